import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateClient } from 'aws-amplify/api';
import { fetchAuthSession } from 'aws-amplify/auth';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { loadProject } from '../../local/project';
import { startTwin, type Twin } from '../../local/twin';
import { OnMyFileEvent, PublishFileEvent } from '../../schema/generated/amplify';
import type { FileEvent } from '../../schema/generated/types';
import { signRequest } from '../local/appsync/edge/signRequest';
import { availableRow } from '../support/fileRow';
import { signUpActor } from '../contract/signUpActor';

/** A twin in memory whose certificate authority is in a file, with one signed-in person. */
const start = async (): Promise<Twin> => {
  const certificates = await mkdtemp(join(tmpdir(), 'myfiles-tls-'));
  onTestFinished(() => rm(certificates, { recursive: true }));
  const project = await loadProject();
  const where = { host: '127.0.0.1', port: 0, certificates };
  const twin = await startTwin({ project, ...where, pid: process.pid, log: () => undefined });
  onTestFinished(twin.close);
  await signUpActor(twin.endpoints, 'owner@example.com');
  return twin;
};

/** Gives Amplify a WebSocket that trusts the twin's authority, as a browser does once told to. */
const trust = async ({ endpoints: { certificateAuthority = '' } }: Twin): Promise<void> => {
  const ca = await readFile(certificateAuthority, 'utf8');
  class TrustingWebSocket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { ca });
    }
  }
  Reflect.set(globalThis, 'WebSocket', TrustingWebSocket);
};

/** Publishes a change of somebody's file with the developer's credentials, as `followTable` does with its own. */
const publish = async ({ endpoints, developer }: Twin, userId: string, type: FileEvent['type']): Promise<Response> => {
  const row = availableRow({ UserId: userId });
  const input = { userId, fileId: row.FileId, type, at: '2026-11-22T08:01:00.000Z', row: JSON.stringify(row) };
  const body = JSON.stringify({ query: PublishFileEvent, variables: { input } });
  const keys = { key: developer.accessKeyId, secret: developer.secretAccessKey, at: Date.now() };
  return fetch(endpoints.graphql, { method: 'POST', body, headers: await signRequest(endpoints.graphql, body, keys) });
};

it('tells the Amplify client over TLS what happens to its user’s files, and nothing of another’s', async () => {
  const twin = await start();
  await trust(twin);
  const sub = String((await fetchAuthSession()).tokens?.accessToken.payload.sub);
  const events: unknown[] = [];
  const subscription = generateClient()
    .graphql({ query: OnMyFileEvent })
    .subscribe({ next: ({ data }) => events.push(data.onMyFileEvent), error: (error) => events.push(error) });
  onTestFinished(() => subscription.unsubscribe());

  // Only the client knows when it is ready.
  await expect
    .poll(async () => [(await publish(twin, sub, 'UPLOADED')).status, events.length], {
      timeout: 25_000,
      interval: 300,
    })
    .toEqual([200, expect.toSatisfy((count: number) => count > 0)]);
  await publish(twin, 'somebody else', 'DELETED');
  await publish(twin, sub, 'TRASHED');

  await expect.poll(() => events.at(-1), { timeout: 25_000 }).toMatchObject({ userId: sub, type: 'TRASHED' });
  expect(events[0]).toMatchObject({ userId: sub, type: 'UPLOADED', file: { fileName: 'Ferien – Büsum.png' } });
  expect(JSON.stringify(events)).not.toContain('somebody else');
});
