import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { signToken } from '../edge/signToken';
import { startApi } from '../edge/startApi';
import { noticeBoard } from './noticeBoard';
import { connect, encodeHeaders } from './openSocket';

const serving = startApi(noticeBoard, {}, afterAll);
const onPost = 'subscription { onPost { id text } }';
const post = (id: number, length = 1) => `mutation { post(id: ${id}, text: "${'x'.repeat(length)}") { id text } }`;

/** The raw connection of a WebSocket, for writing bytes that the library would not send. */
const wireOf = (socket: WebSocket) => {
  const wire: unknown = Reflect.get(socket, '_socket');
  if (!(wire instanceof Object) || !('write' in wire) || typeof wire.write !== 'function') throw new TypeError();
  return { write: (bytes: Buffer): void => void Reflect.apply(Object(wire).write, wire, [bytes]) };
};

describe('a connection that misbehaves', () => {
  it.each([
    ['a message above 240 KB', 1009, (socket: WebSocket) => socket.send('x'.repeat(240 * 1024 + 1))],
    ['a frame without a mask', 1002, (socket: WebSocket) => wireOf(socket).write(Buffer.from([0x81, 0x01, 0x78]))],
    ['reserved bits', 1002, (socket: WebSocket) => wireOf(socket).write(Buffer.from([0xf1, 0x80, 0, 0, 0, 0]))],
    [
      'a text that is no UTF-8',
      1007,
      (socket: WebSocket) => wireOf(socket).write(Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0xff])),
    ],
  ])('is closed by itself: %s', async (_what, code, misbehave) => {
    const { url, ask, logged } = await serving;
    const [bad, good] = [await connect(url), await connect(url)];
    await good.subscribe('a', onPost);

    misbehave(bad.socket);

    expect([code, 1006]).toContain(await bad.closed);
    await ask(post(1));
    expect(await good.next()).toMatchObject({ id: 'a', type: 'data' });
    expect(logged).toEqual([]);
  });

  it('is told when its variables are nested too deeply, and the log stays empty', async () => {
    const { url, logged } = await serving;
    const client = await connect(url);
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const data = `{"query":"subscription ($o: String) { onPost(owner: $o) { id } }","variables":{"o":${deep}}}`;

    client.say({
      id: 'a',
      type: 'start',
      payload: { data, extensions: { authorization: { Authorization: signToken() } } },
    });

    expect(await client.next()).toMatchObject({
      id: 'a',
      type: 'error',
      payload: { errors: [{ errorType: 'UnsupportedOperation' }] },
    });
    expect(logged).toEqual([]);
  });

  it('is told when it speaks binary', async () => {
    const { url } = await serving;
    const client = await connect(url);

    client.socket.send(Buffer.from('{"type":"connection_init"}'));

    expect(await client.next()).toMatchObject({ type: 'error' });
  });

  it('may break while it is being accepted', async () => {
    const { url, ask, logged } = await serving;
    const { port } = new URL(url);
    const socket = connectTcp(Number(port), '127.0.0.1');
    await once(socket, 'connect');

    socket.write(
      `GET /graphql/realtime HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n` +
        `sec-websocket-version: 13\r\nsec-websocket-key: ${'x'.repeat(22)}==\r\n` +
        `sec-websocket-protocol: graphql-ws, header-${encodeHeaders({ Authorization: signToken() })}\r\n\r\n`,
    );
    socket.resetAndDestroy();

    expect((await ask('{ nothing }')).status).toBe(200);
    expect(logged).toEqual([]);
  });

  it('is cut off when it does not read, and what waits for it stays bounded', async () => {
    const { url, ask, logged } = await startApi(noticeBoard);
    const [deaf, good] = [await connect(url), await connect(url)];
    await deaf.subscribe('a', onPost);
    await good.subscribe('b', onPost);
    deaf.socket.pause();

    // Fills the system's buffers plus a mebibyte: a few dozen events of 200 KB.
    let sent = 0;
    while (logged.length === 0 && sent < 200) {
      await ask(post((sent += 1), 200_000));
      expect(await good.next()).toMatchObject({ id: 'b', type: 'data' });
    }
    deaf.socket.resume();

    expect(logged).toEqual(['AppSync: a subscriber that does not read was cut off.']);
    expect(await deaf.closed).toBe(1006);
  });
});

describe('an event', () => {
  it('of more than 240 KB is delivered to nobody, and the log says so', async () => {
    const { url, ask, logged } = await startApi(noticeBoard);
    const client = await connect(url);
    await client.subscribe('a', onPost);

    await ask(post(1, 240 * 1024));
    await ask(post(2));

    expect(await client.next()).toMatchObject({ payload: { data: { onPost: { id: '2' } } } });
    expect(logged).toEqual(['AppSync: an event of onPost is larger than 245760 bytes and was not delivered.']);
  });

  it('of 200 KB reaches all hundred subscriptions of a connection, since their client had no time to read', async () => {
    const { url, ask, logged } = await startApi(noticeBoard);
    const client = await connect(url);
    for (let at = 0; at < 100; at += 1) await client.subscribe(`${at}`, onPost);

    await ask(post(1, 200_000));
    const ids = new Set<unknown>();
    for (let at = 0; at < 100; at += 1) ids.add((await client.next()).id);

    expect(ids.size).toBe(100);
    expect(logged).toEqual([]);
  });

  it('reaches each of 1,000 subscriptions once, 100 times over', async () => {
    const { url, ask, logged } = await startApi(noticeBoard);
    const clients = await Promise.all(Array.from({ length: 10 }, () => connect(url)));
    for (const client of clients) {
      for (let at = 0; at < 100; at += 1) client.start(`${at}`, onPost);
      for (let at = 0; at < 100; at += 1) expect((await client.next()).type).toBe('start_ack');
    }

    for (let id = 0; id < 100; id += 1) await ask(post(id));
    const counts = await Promise.all(
      clients.map(async (client) => {
        const seen = new Set<string>();
        while (seen.size < 10_000) {
          const { id, payload } = await client.next();
          seen.add(`${id} ${JSON.stringify(payload)}`);
        }
        return [seen.size, client.unread.length];
      }),
    );

    expect(counts).toEqual(clients.map(() => [10_000, 0]));
    expect(logged).toEqual([]);
  });
});

describe('a server that takes WebSocket', () => {
  it('answers a request that asks for another protocol as if it had not asked', async () => {
    const { url } = await serving;
    const { port } = new URL(url);
    const body = JSON.stringify({ query: '{ nothing }' });
    const socket = connectTcp(Number(port), '127.0.0.1');

    // As Java's HttpClient does.
    socket.write(
      `POST /graphql HTTP/1.1\r\nconnection: Upgrade, HTTP2-Settings\r\nhost: localhost\r\nhttp2-settings: AAEAAA\r\n` +
        `upgrade: h2c\r\nauthorization: ${signToken()}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    socket.once('data', () => socket.end());

    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain('{"data":{"nothing":null}}');
  });

  it('bids its clients farewell when it ends', async () => {
    const api = await startApi(noticeBoard);
    const client = await connect(api.url);

    await api.close();

    expect(await client.closed).toBe(1001);
  });
});
