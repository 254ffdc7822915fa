import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Answers with a JSON document. */
export const answerPlainJson = (
  response: ServerResponse,
  status: number,
  document: object,
  headers: OutgoingHttpHeaders = {},
): void => {
  const text = JSON.stringify(document);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(text);
};
