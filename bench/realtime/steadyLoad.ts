import { once } from 'node:events';
import { WebSocket } from 'ws';
import { OnMyFileEvent } from '../../schema/generated/amplify';
import { createFolder, startProduct } from '../product/startProduct';
import { createPerson, type BenchFile, type BenchPerson } from './people';

const people = 10;
const filesEach = 10;
const subscribersEach = 10;
const changesEachSecond = 100;
const seconds = 20;

export interface LoadResult {
  readonly peakMebibytes: number;
  /** Milliseconds from sending a change to its event at each subscriber, sorted. */
  readonly times: readonly number[];
  /** Deliveries that did not come, and below, those that came more than once. */
  readonly missing: number;
  readonly repeated: number;
}

/** 1,000 subscriptions, ten people with ten files and ten subscriptions per file, at 100 changes a second for 20 s. */
export const steadyLoad = async (): Promise<LoadResult> => {
  const folder = await createFolder();
  const twin = await startProduct(folder.path);
  const sockets: WebSocket[] = [];
  const sentAt = new Map<string, number>();
  const arrivals = new Map<string, number>();
  const times: number[] = [];
  const hear = (subscription: string, change: string): void => {
    const arrival = `${subscription} ${change}`;
    arrivals.set(arrival, (arrivals.get(arrival) ?? 0) + 1);
    times.push(performance.now() - (sentAt.get(change) ?? Number.NaN));
  };
  const files: { readonly person: BenchPerson; readonly file: BenchFile }[] = [];
  for (let number = 0; number < people; number += 1) {
    const person = await createPerson(twin.endpoints, `person${number}@example.com`);
    const own: BenchFile[] = [];
    for (let count = 0; count < filesEach; count += 1) own.push(await person.store()); // at once they would be BUSY
    sockets.push(
      await subscribe(twin.endpoints.realtime, { person, own, hear: (id, change) => hear(`${number}-${id}`, change) }),
    );
    files.push(...own.map((file) => ({ person, file })));
  }

  const held: number[] = [];
  const watching = setInterval(() => void twin.mebibytes().then((now) => held.push(now)), 500);
  const changes = Array.from({ length: seconds }, () => files).flat();
  const start = performance.now();
  const free = new Map<BenchFile, Promise<unknown>>();
  const renaming = changes.map(async ({ person, file }, at) => {
    const before = free.get(file);
    const renamed = (async () => {
      const pause = start + (at * 1_000) / changesEachSecond - performance.now();
      await new Promise((resolve) => setTimeout(resolve, pause));
      await before;
      sentAt.set(`${file.fileId} ${file.version + 1}`, performance.now());
      await person.rename(file);
    })();
    free.set(file, renamed);
    return renamed;
  });
  await Promise.all(renaming);
  const expected = changes.length * subscribersEach;
  for (let wait = 0; arrivals.size < expected && wait < 100; wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  clearInterval(watching);
  for (const socket of sockets) socket.terminate();
  await twin.close();
  await folder.remove();
  const repeated = [...arrivals.values()].filter((count) => count > 1).length;
  return {
    peakMebibytes: Math.max(...held),
    times: times.sort((a, b) => a - b),
    missing: expected - arrivals.size,
    repeated,
  };
};

interface Client {
  readonly person: BenchPerson;
  readonly own: readonly BenchFile[];
  /** Called for each event with the subscription's id and `<fileId> <version>`. */
  readonly hear: (id: string, change: string) => void;
}

/** One connection of a person, with several subscriptions to each of their files. */
const subscribe = async (url: string, { person, own, hear }: Client): Promise<WebSocket> => {
  const authorization = { Authorization: person.token, host: new URL(url).host };
  const header = Buffer.from(JSON.stringify(authorization)).toString('base64url');
  const socket = new WebSocket(url, ['graphql-ws', `header-${header}`]);
  await once(socket, 'open');
  const state = { started: 0 };
  const wanted = own.length * subscribersEach;
  const ready = new Promise<void>((resolve) => {
    socket.on('message', (text) => {
      const { type, id, payload } = JSON.parse(String(text));
      if (type === 'start_ack') state.started += 1;
      if (type === 'start_ack' && state.started === wanted) resolve();
      if (type !== 'data') return;
      const { fileId, file } = payload.data.onMyFileEvent;
      hear(id, `${fileId} ${file.version}`);
    });
  });
  for (const [at, { fileId }] of own.entries()) {
    for (let number = 0; number < subscribersEach; number += 1) {
      const data = JSON.stringify({ query: OnMyFileEvent, variables: { fileId } });
      const payload = { data, extensions: { authorization } };
      socket.send(JSON.stringify({ id: `${at}-${number}`, type: 'start', payload }));
    }
  }
  await ready;
  return socket;
};
