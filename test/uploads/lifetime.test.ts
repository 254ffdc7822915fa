import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../config/limits';
import { tables } from '../../config/table';
import { GetUploadPartUrls, GetUploadUrl } from '../../schema/generated/amplify';
import { askAs, type Ask } from '../clients/startSession';
import { signUpActor } from '../contract/signUpActor';
import { useTwin } from '../functions/useTwin';

const twin = useTwin();
const TableName = tables.files.name;
const hour = 3_600;
const day = 24 * hour;
const input = { fileName: 'a.mp4', contentType: 'video/mp4', size: limits.multipartThresholdBytes + 1 };

const person: { ask: Ask; UserId: string } = { ask: () => Promise.reject(new Error('Nobody is there.')), UserId: '' };

beforeAll(async () => {
  const { endpoints } = twin.twin();
  const { token } = await signUpActor(endpoints, 'owner@example.com');
  person.ask = askAs(endpoints.graphql, token);
  person.UserId = decodeJwt(token).sub ?? '';
});

/** Begins an upload in parts, dated back by some days, that expires in an hour. */
const beginDaysAgo = async (days: number): Promise<string> => {
  const { getUploadUrl } = await person.ask(GetUploadUrl, { input });
  const seconds = Math.floor(Date.now() / 1000);
  await twin.tables().send(
    new UpdateCommand({
      TableName,
      Key: { UserId: person.UserId, FileId: getUploadUrl.fileId },
      UpdateExpression: 'SET CreatedAt = :created, ExpiresAt = :end',
      ExpressionAttributeValues: {
        ':created': new Date((seconds - days * day) * 1000).toISOString(),
        ':end': seconds + hour,
      },
    }),
  );
  return getUploadUrl.fileId;
};

const secondsLeft = async (FileId: string): Promise<number> => {
  const key = { TableName, Key: { UserId: person.UserId, FileId }, ConsistentRead: true };
  const { Item } = await twin.tables().send(new GetCommand(key));
  return Number(Item?.['ExpiresAt']) - Date.now() / 1000;
};

describe('the time of an upload', () => {
  it('is prolonged while its parts are asked for, and with a new ticket', async () => {
    const [sending, renewed] = [await beginDaysAgo(5), await beginDaysAgo(5)];

    await person.ask(GetUploadPartUrls, { input: { fileId: sending, partNumbers: [2] } });
    await person.ask(GetUploadUrl, { input: { ...input, fileId: renewed } });

    for (const fileId of [sending, renewed]) expect(await secondsLeft(fileId)).toBeGreaterThan(day - hour);
  });

  it('is over before storage would abort its parts', async () => {
    const fileId = await beginDaysAgo(6.1);

    await person.ask(GetUploadPartUrls, { input: { fileId, partNumbers: [2] } });
    const renewing = person.ask(GetUploadUrl, { input: { ...input, fileId } });

    await expect(renewing).rejects.toMatchObject({ errorType: 'UPLOAD_NOT_FOUND' });
    expect(await secondsLeft(fileId)).toBeLessThan(hour);
  });
});
