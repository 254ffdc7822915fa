import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { listen } from '../../../local/http/listen';
import { readBody } from '../../../local/http/readBody';

it('cuts off a client that stalls in the middle of its body', async () => {
  const failures: unknown[] = [];
  const server = await listen(
    (request) => void readBody(request, 100, 20).catch((error: unknown) => failures.push(error)),
    { port: 0, host: '127.0.0.1' },
  );
  onTestFinished(server.close);
  const socket = connect(server.port, '127.0.0.1');
  const closed = once(socket.resume(), 'close');
  socket.on('error', () => undefined); // a reset also closes the connection

  socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{');
  await closed;

  expect(failures).toHaveLength(1);
});
