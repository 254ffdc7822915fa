import { fetchAuthSession } from 'aws-amplify/auth';
import { expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startMemoryTwin } from '../../local/startMemoryTwin';
import type { Twin } from '../../local/twin';
import { PublishFileEvent } from '../../schema/generated/amplify';
import { followFileEvents, type FileEvent } from '../../web/live/followFileEvents';
import { signUpActor } from '../contract/signUpActor';
import { signRequest } from '../local/appsync/edge/signRequest';
import { availableRow } from '../support/fileRow';

/** A twin in memory with one signed-in person, to which Amplify connects without TLS. */
const start = async (): Promise<Twin> => {
  Reflect.set(globalThis, 'WebSocket', WebSocket); // Node before 22 has none
  const twin = await startMemoryTwin(process.pid);
  onTestFinished(twin.close);
  const { endpoints } = twin;
  await signUpActor({ ...endpoints, graphql: endpoints.graphql.replace('http:', 'HTTP:') }, 'owner@example.com');
  return twin;
};

/** Publishes a change of somebody's file with the developer's credentials, as `followTable` does with its own. */
const publish = async ({ endpoints, developer }: Twin, userId: string): Promise<void> => {
  const row = availableRow({ UserId: userId });
  const at = new Date().toISOString();
  const input = { userId, fileId: row.FileId, type: 'UPLOADED', at, row: JSON.stringify(row) };
  const body = JSON.stringify({ query: PublishFileEvent, variables: { input } });
  const keys = { key: developer.accessKeyId, secret: developer.secretAccessKey, at: Date.now() };
  await fetch(endpoints.graphql, { method: 'POST', body, headers: await signRequest(endpoints.graphql, body, keys) });
};

it('follows on when the token has expired, with a new one, and says that something may have been missed', async () => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  const twin = await start();
  const { payload } = (await fetchAuthSession()).tokens?.accessToken ?? { payload: {} };
  vi.setSystemTime((payload.exp ?? 0) * 1000 - 8_000); // Amplify refreshes a token in its last five seconds
  const events: FileEvent[] = [];
  const gaps: number[] = [];

  onTestFinished(followFileEvents({ onEvent: (event) => events.push(event), onGap: () => gaps.push(events.length) }));
  const heard = async (): Promise<number> => {
    await publish(twin, String(payload.sub)); // only the client knows when it is ready
    return events.length;
  };
  await expect.poll(heard, { timeout: 25_000, interval: 200 }).toBeGreaterThan(0);
  await expect.poll(() => gaps.length, { timeout: 25_000 }).toBe(1);
  const [before = 0] = gaps;

  await expect.poll(heard, { timeout: 25_000, interval: 200 }).toBeGreaterThan(before);
  expect(gaps).toHaveLength(1);
}, 90_000);
