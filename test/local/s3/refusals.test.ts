import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { startS3 } from './startS3';

const put = (more = '') => `PUT /bytes/uploads/one HTTP/1.1\r\nhost: x\r\ncontent-length: 8000000\r\n${more}\r\n`;

it('lets a client that first sends everything read why it is refused', async () => {
  const { port } = await startS3();
  const socket = connect(port, '127.0.0.1');
  const chunk = Buffer.alloc(100_000);

  socket.write(put());
  for (let sent = 0; sent < 80; sent += 1) if (!socket.write(chunk)) await once(socket, 'drain');
  const answer = await text(socket);

  expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n[^]*<\/Error>$/);
});

it('answers a client that asks before it sends, and that does not send then', async () => {
  const { port } = await startS3();
  const socket = connect(port, '127.0.0.1');

  socket.write(put('expect: 100-continue\r\n'));
  const [answer] = await once(socket, 'data');
  socket.destroy();

  expect(String(answer)).toMatch(/^HTTP\/1\.1 (100 Continue\r\n\r\nHTTP\/1\.1 )?403 Forbidden\r\n/);
});
