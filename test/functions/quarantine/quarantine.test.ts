import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { tables } from '../../../config/table';
import {
  DeleteFile,
  GetDownloadUrl,
  GetFile,
  GetUploadUrl,
  MyUsage,
  OnMyFileEvent,
  SaveFileMetadata,
} from '../../../schema/generated/amplify';
import type { UploadTicket } from '../../../schema/generated/types';
import { startSession } from '../../clients/startSession';
import { connect, encodeHeaders } from '../../local/appsync/realtime/openSocket';
import { scanResult } from './scanResult';

// The harmless text that every scanner reports as a virus: https://www.eicar.org/download-anti-malware-testfile/
// The twin scans nothing: the test sends the scan's result to the function, as EventBridge would.
const eicar = ['X5O!P%@AP[4', String.fromCharCode(92), 'PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

const start = async () => {
  const { ask, twin, token } = await startSession();
  const { endpoints, developer } = twin;
  const common = { region: endpoints.region, credentials: developer };
  const functions = new LambdaClient({ ...common, endpoint: endpoints.lambda });
  const rows = DynamoDBDocumentClient.from(new DynamoDBClient({ ...common, endpoint: endpoints.dynamodb }));
  const upload = async (): Promise<UploadTicket & { readonly versionId: string }> => {
    const input = { fileName: 'Eicar.COM.txt', contentType: 'text/plain', size: eicar.length };
    const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input });
    const headers = Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value]));
    const put = await fetch(ticket.uploadUrl ?? '', { method: 'PUT', headers, body: eicar });
    return { ...ticket, versionId: String(put.headers.get('x-amz-version-id')) };
  };
  const scanned = async (result: Parameters<typeof scanResult>[0]): Promise<unknown> => {
    const Payload = JSON.stringify(scanResult(result));
    const answer = await functions.send(new InvokeCommand({ FunctionName: 'quarantine', Payload }));
    return JSON.parse(Buffer.from(answer.Payload ?? []).toString());
  };
  const rowOf = async ({ key, fileId }: UploadTicket) => {
    const Key = { UserId: key.split('/')[1], FileId: fileId };
    return (await rows.send(new GetCommand({ TableName: tables.files.name, Key, ConsistentRead: true }))).Item ?? {};
  };
  const listen = async () => {
    const headers = { Authorization: token, host: new URL(endpoints.graphql).host };
    const protocols = ['graphql-ws', `header-${encodeHeaders(headers)}`];
    const client = await connect(endpoints.graphql, { protocols });
    await client.subscribe('events', OnMyFileEvent, { headers });
    return client;
  };
  return { ask, upload, scanned, rowOf, listen };
};

const eventOf = (type: string, fileId: string) => ({
  payload: { data: { onMyFileEvent: expect.objectContaining({ type, fileId }) } },
});

describe('a file that was found to be harmful', () => {
  it('is rejected, not downloaded any more, and its owner is told', async () => {
    const { ask, upload, scanned, listen } = await start();
    const owner = await listen();
    const ticket = await upload();
    await ask(SaveFileMetadata, { input: { fileId: ticket.fileId } });

    const answer = await scanned(ticket);
    const { getFile: file } = await ask(GetFile, { fileId: ticket.fileId });

    expect(answer).toEqual({ outcome: 'REJECTED' });
    expect(file).toMatchObject({ status: 'REJECTED', fileName: 'Eicar.COM.txt', version: 2 });
    await expect(ask(GetDownloadUrl, { fileId: ticket.fileId })).rejects.toMatchObject({ errorType: 'NOT_FOUND' });
    expect([await owner.next(), await owner.next()]).toMatchObject([
      eventOf('UPLOADED', ticket.fileId),
      eventOf('REJECTED', ticket.fileId),
    ]);
  });

  it('counts towards the quota until its owner deletes it for good', async () => {
    const { ask, upload, scanned } = await start();
    const ticket = await upload();
    await ask(SaveFileMetadata, { input: { fileId: ticket.fileId } });
    await scanned(ticket);
    const usage = async () => (await ask(MyUsage, {})).myUsage;

    const kept = await usage();
    await expect(ask(DeleteFile, { input: { fileId: ticket.fileId } })).rejects.toMatchObject({
      errorType: 'STATE_CONFLICT',
    });
    await ask(DeleteFile, { input: { fileId: ticket.fileId, permanent: true } });

    expect(kept).toMatchObject({ fileCount: 1 });
    await expect.poll(usage, { timeout: 20_000 }).toMatchObject({ fileCount: 0, usedBytes: 0, reservedBytes: 0 });
  });

  it('is not saved when the scan was first', async () => {
    const { ask, upload, scanned, rowOf } = await start();
    const ticket = await upload();

    const answer = await scanned(ticket);

    expect(answer).toEqual({ outcome: 'REJECTED' });
    await expect(ask(SaveFileMetadata, { input: { fileId: ticket.fileId } })).rejects.toMatchObject({
      errorType: 'STATE_CONFLICT',
    });
    const row = await rowOf(ticket);
    expect(row).toMatchObject({ Status: 'REJECTED', VersionId: ticket.versionId });
    expect(row).not.toHaveProperty('ExpiresAt');
    const usage = async () => (await ask(MyUsage, {})).myUsage;
    await expect.poll(usage, { timeout: 20_000 }).toMatchObject({ fileCount: 1, pendingCount: 0 });
  });

  it('is sorted as other rows are, within its status', async () => {
    const { ask, upload, scanned, rowOf } = await start();
    const ticket = await upload();
    await ask(SaveFileMetadata, { input: { fileId: ticket.fileId } });
    const before = await rowOf(ticket);

    await scanned(ticket);
    const after = await rowOf(ticket);

    for (const name of ['UploadedKey', 'NameKey', 'SizeKey', 'TypeKey']) {
      expect(after[name]).toBe(String(before[name]).replace(/^A#/, 'R#'));
    }
  });
});

describe('the quarantine', () => {
  it('leaves alone what it is not concerned with', async () => {
    const { ask, upload, scanned, rowOf } = await start();
    const ticket = await upload();
    await ask(SaveFileMetadata, { input: { fileId: ticket.fileId } });

    expect(await scanned({ ...ticket, status: 'NO_THREATS_FOUND' })).toEqual({ outcome: 'NOT_CONCERNED' });
    expect(await scanned({ ...ticket, bucket: 'other' })).toEqual({ outcome: 'NOT_CONCERNED' });
    expect(await scanned({ ...ticket, versionId: 'older' })).toEqual({ outcome: 'OTHER_VERSION' });
    expect(await scanned({ ...ticket, key: `${ticket.key}x` })).toEqual({ outcome: 'FILE_GONE' });
    expect(await rowOf(ticket)).toMatchObject({ Status: 'AVAILABLE', Version: 1 });
  });

  it('may get the same finding twice', async () => {
    const { ask, upload, scanned, rowOf } = await start();
    const ticket = await upload();
    await ask(SaveFileMetadata, { input: { fileId: ticket.fileId } });

    await scanned(ticket);

    expect(await scanned(ticket)).toEqual({ outcome: 'REJECTED' });
    expect(await rowOf(ticket)).toMatchObject({ Status: 'REJECTED', Version: 2 });
  });
});
