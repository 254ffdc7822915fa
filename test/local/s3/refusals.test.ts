import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { signed } from './sendRequest';
import { startS3 } from './startS3';

const path = '/bytes/uploads/one';
const put = (more = '') => `PUT ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 8000000\r\n${more}\r\n`;

/** Sends a head and all of its 8,000,000 bytes, and only then reads the answer. */
const sendFirst = async (port: number, head: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  const chunk = Buffer.alloc(100_000);
  socket.write(head);
  for (let sent = 0; sent < 80; sent += 1) if (!socket.write(chunk)) await once(socket, 'drain');
  return text(socket);
};

it('lets a client that first sends everything read why it is refused', async () => {
  const { port } = await startS3();

  const answer = await sendFirst(port, put());

  expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n[^]*<\/Error>$/);
});

it('lets it read why its chunks are refused', async () => {
  const { port } = await startS3();
  const kind = { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' };
  const { headers = {} } = await signed(port, {
    method: 'PUT',
    path,
    headers: { ...kind, 'x-amz-decoded-content-length': '7999000', 'content-length': '8000000' },
  });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);

  const answer = await sendFirst(port, `PUT ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);

  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]*<Code>IncompleteBody<\/Code>[^]*<\/Error>$/);
});

it('answers a client that asks before it sends, and that does not send then', async () => {
  const { port } = await startS3();
  const socket = connect(port, '127.0.0.1');

  socket.write(put('expect: 100-continue\r\n'));
  const [answer] = await once(socket, 'data');
  socket.destroy();

  expect(String(answer)).toMatch(/^HTTP\/1\.1 (100 Continue\r\n\r\nHTTP\/1\.1 )?403 Forbidden\r\n/);
});
