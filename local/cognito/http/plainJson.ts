import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

export interface JsonAnswer {
  readonly status?: number;
  readonly headers?: OutgoingHttpHeaders;
}

/** Answers with a JSON document. */
export const answerPlainJson = (
  response: ServerResponse,
  document: object,
  { status = 200, headers = {} }: JsonAnswer = {},
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
