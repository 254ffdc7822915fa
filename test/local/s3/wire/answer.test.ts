import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it, vi } from 'vitest';
import { sendAnswer, type Answer } from '../../../../local/s3/wire/answer';

// Node 20.19.0 and 22.12 refuse a strict length that is a string: https://github.com/nodejs/node/issues/57456
it.each<[string, Omit<Answer, 'status'>]>([
  ['a text', { headers: {}, body: 'hello' }],
  ['an object', { headers: { 'content-length': '5' } }],
])('declares the length of %s as a number', async (_what, answer) => {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'HEAD', complete: true });
  const response = new ServerResponse(request);
  const writeHead = vi.spyOn(response, 'writeHead');

  await sendAnswer(request, response, { status: 200, ...answer });

  expect(writeHead).toHaveBeenCalledWith(200, { 'content-length': 5 });
});
