import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { limits } from '../../config/limits';
import { tables } from '../../config/table';
import { GetUploadPartUrls, GetUploadProgress, GetUploadUrl } from '../../schema/generated/amplify';
import { askAs } from '../clients/startSession';
import { signUpActor } from '../contract/signUpActor';
import { useTwin } from '../functions/useTwin';

const twin = useTwin();

it('begins an upload in storage if its ticket failed before that, for a client that knows only its row', async () => {
  const { endpoints } = twin.twin();
  const { token } = await signUpActor(endpoints, 'owner@example.com');
  const ask = askAs(endpoints.graphql, token);
  const input = { fileName: 'a.mp4', contentType: 'video/mp4', size: limits.multipartThresholdBytes + 1 };
  const { fileId, partCount } = (await ask(GetUploadUrl, { input })).getUploadUrl;
  await twin.tables().send(
    new UpdateCommand({
      TableName: tables.files.name,
      Key: { UserId: decodeJwt(token).sub, FileId: fileId },
      UpdateExpression: 'REMOVE UploadId',
    }),
  );

  const { getUploadPartUrls } = await ask(GetUploadPartUrls, { input: { fileId, partNumbers: [partCount ?? 0] } });
  const { status } = await fetch(getUploadPartUrls.parts[0]?.uploadUrl ?? '', { method: 'PUT', body: '!' });

  const { getUploadProgress } = await ask(GetUploadProgress, { fileId });
  expect(status).toBe(200);
  expect(getUploadProgress.receivedParts).toEqual([{ partNumber: partCount, size: 1 }]);
});
