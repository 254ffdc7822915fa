import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../../config/table';
import type { Call } from '../../../local/calls';
import { loadProject } from '../../../local/project';
import { startTwin } from '../../../local/twin';
import { GetDownloadUrl, GetUploadUrl, MyFiles, SaveFileMetadata } from '../../../schema/generated/amplify';
import type { DownloadTicket, UploadTicket } from '../../../schema/generated/types';
import { itemBytes, readUnits, writeUnits, type Item } from '../../../tools/cost/capacity';
import { cycle, following, type Step } from '../../../tools/cost/cycle';
import { rowBytes } from '../../../tools/cost/sizes';
import { signUpActor } from '../../contract/signUpActor';
import { recordOf } from '../../functions/followTable/streamRecords';
import { listenToFiles } from '../../local/appsync/realtime/listenToFiles';

const fileName = 'holiday-2026-07-14.jpg';
const sortKeys = tables.files.localIndexes.map(({ sortKey }) => sortKey.name);

/** A twin that reports who calls what, and a signed-in person. */
const openCycle = async () => {
  const calls: Call[] = [];
  const project = await loadProject();
  const where = { host: '127.0.0.1', port: 0, pid: process.pid, log: () => undefined };
  const twin = await startTwin({ project, ...where, onCall: (call) => calls.push(call) });
  const { token } = await signUpActor(twin.endpoints, 'owner@example.com');
  const { accessKeyId, secretAccessKey } = twin.developer;
  const db = new DynamoDBClient({
    endpoint: twin.endpoints.dynamodb,
    region: twin.endpoints.region,
    credentials: { accessKeyId, secretAccessKey },
  });
  return { calls, twin, token, db };
};

type Cycle = Awaited<ReturnType<typeof openCycle>>;

/** The calls observed since the last time, in the terms of the cost model, without units. */
const takeCalls = ({ calls }: Cycle) =>
  calls
    .splice(0)
    .filter(({ by }) => by !== 'function followTable' && by !== 'function reconcile')
    .filter(({ action }) => !action.startsWith('sts:')) // free, and only made when a session begins
    .map(({ by, action, resource }) => ({ by, action, on: targetOf(resource) }));

const targetOf = (resource: string): string =>
  /table\/(\w+)/.exec(resource)?.[1] ?? /function:(\w+)/.exec(resource)?.[1] ?? 'bucket';

const withoutUnits = ({ calls }: Step) => calls.map(({ by, action, on }) => ({ by, action, on }));

const unitsOf = ({ calls }: Step, action: string) => calls.find((call) => call.action === action)?.units;

const setup: { cycle?: Cycle } = {};
beforeAll(async () => {
  setup.cycle = await openCycle();
});
afterAll(() => setup.cycle?.twin.close());

const opened = (): Cycle => {
  if (!setup.cycle) throw new Error('The twin has not been started.');
  return setup.cycle;
};

const ask = async <Answer>(query: string, variables: object = {}): Promise<Answer> => {
  const { token, twin } = opened();
  const response = await fetch(twin.endpoints.graphql, {
    method: 'POST',
    headers: { authorization: token },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = JSON.parse(await response.text());
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

const putBytes = async ({ uploadUrl, headers }: UploadTicket): Promise<void> => {
  const sent = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  const { status } = await fetch(uploadUrl ?? '', { method: 'PUT', headers: sent, body: 'hello' });
  expect(status).toBe(200);
};

const rowOf = async (key: string, FileId: string): Promise<Item> => {
  const Key = { UserId: { S: key.split('/')[1] ?? '' }, FileId: { S: FileId } };
  const command = new GetItemCommand({ TableName: tables.files.name, Key, ConsistentRead: true });
  return (await opened().db.send(command)).Item;
};

const upload = { fileName, contentType: 'image/jpeg', size: 5 };

describe('the calls that the cost model counts', () => {
  it('are those of the main job, with the units of its very rows', async () => {
    const { twin } = opened();
    takeCalls(opened());

    const { getUploadUrl: ticket } = await ask<{ getUploadUrl: UploadTicket }>(GetUploadUrl, { input: upload });
    expect(takeCalls(opened())).toEqual(withoutUnits(cycle.ticket));
    const pending = await rowOf(ticket.key, ticket.fileId);

    await putBytes(ticket);
    expect(takeCalls(opened())).toEqual(withoutUnits(cycle.put));

    await ask(SaveFileMetadata, { input: { fileId: ticket.fileId } });
    expect(takeCalls(opened())).toEqual(withoutUnits(cycle.save));
    const saved = await rowOf(ticket.key, ticket.fileId);

    await ask(MyFiles);
    expect(takeCalls(opened())).toEqual(withoutUnits(cycle.list));

    const { fileId } = ticket;
    const { getDownloadUrl } = await ask<{ getDownloadUrl: DownloadTicket }>(GetDownloadUrl, { fileId });
    expect(takeCalls(opened())).toEqual(withoutUnits(cycle.download));

    await fetch(getDownloadUrl.downloadUrl);
    expect(takeCalls(opened())).toEqual(withoutUnits(cycle.get));

    expect(itemBytes(saved)).toBe(rowBytes);
    expect(unitsOf(cycle.ticket, 'dynamodb:PutItem')).toBe(2 * writeUnits(undefined, pending, sortKeys));
    expect(unitsOf(cycle.save, 'dynamodb:UpdateItem')).toBe(writeUnits(pending, saved, sortKeys));
    expect(unitsOf(cycle.save, 'dynamodb:GetItem')).toBe(readUnits(itemBytes(pending)));
    expect(twin.endpoints.region).toBe('us-east-1');
  });

  it('are ten times those of one file when ten are aliased in one request', async () => {
    const aliases = Array.from({ length: 10 }, (_, index) => `f${index}: getUploadUrl(input: $input) { fileId }`);
    takeCalls(opened());

    await ask(`mutation ($input: GetUploadUrlInput!) { ${aliases.join(' ')} }`, { input: upload });

    expect(takeCalls(opened())).toEqual(aliases.flatMap(() => withoutUnits(cycle.ticket)));
  });

  it('are followed by one settlement and one event for each subscriber', async () => {
    const { token, twin } = opened();
    const { unread } = await listenToFiles(twin.endpoints.graphql, token);

    const { getUploadUrl: ticket } = await ask<{ getUploadUrl: UploadTicket }>(GetUploadUrl, { input: upload });
    await putBytes(ticket);
    await ask(SaveFileMetadata, { input: { fileId: ticket.fileId } });

    await expect.poll(() => unread.length, { timeout: 20_000 }).toBe(following.file.more.appsyncMessage);
    expect(JSON.stringify(unread)).toContain(ticket.fileId);
    const marks = await opened().db.send(
      new QueryCommand({
        TableName: tables.usage.name,
        KeyConditionExpression: 'UserId = :user AND begins_with(Entry, :mark)',
        ExpressionAttributeValues: {
          ':user': { S: ticket.key.split('/')[1] ?? '' },
          ':mark': { S: `SETTLED#${ticket.fileId}` },
        },
      }),
    );
    expect(marks.Items).toHaveLength(1);
  });

  it('are followed by one decrease for ten files that change together', async () => {
    const { calls, twin } = opened();
    const { accessKeyId, secretAccessKey } = twin.developer;
    const { lambda: endpoint, region } = twin.endpoints;
    const lambda = new LambdaClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
    const UserId = randomUUID();
    const files = Array.from({ length: 10 }, () => ({ UserId, FileId: randomUUID(), Size: 5 }));
    const Records = files.map((file, index) =>
      recordOf(index, { ...file, Status: 'PENDING' }, { ...file, Status: 'AVAILABLE' }),
    );
    takeCalls(opened());

    const Payload = JSON.stringify({ Records });
    const answer = await lambda.send(new InvokeCommand({ FunctionName: 'followTable', Payload }));

    expect(JSON.parse(Buffer.from(answer.Payload ?? []).toString())).toEqual({ batchItemFailures: [] });
    const made = calls.filter(({ by, resource }) => by === 'function followTable' && resource.endsWith('MyAppUsage'));
    const [decrease] = following.batch.calls.filter(({ by }) => by === 'function followTable');
    const ofEach = files.flatMap(() => following.file.calls);
    expect(made.map(({ action }) => action)).toEqual([...ofEach, decrease].map((call) => call?.action));
  });
});
