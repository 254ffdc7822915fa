import type { ServerResponse } from 'node:http';

/**
 * Lets pages of any origin call the API, as Cognito's endpoint does. `authorization` is not among the allowed headers,
 * so no page can sign an administrator's request.
 */
export const allowAnyOrigin = (response: ServerResponse): void => {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'x-amzn-errortype, x-amzn-requestid, date');
};

/** Answers a preflight request; `more` are further request headers that the path allows. */
export const answerPreflight = (response: ServerResponse, more: readonly string[] = []): void => {
  response.writeHead(200, {
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': [...allowedHeaders, ...more].join(', '),
    'access-control-max-age': '172800',
    'content-length': '0',
  });
  response.end();
};

const allowedHeaders = [
  'amz-sdk-invocation-id',
  'amz-sdk-request',
  'cache-control',
  'content-type',
  'x-amz-target',
  'x-amz-user-agent',
];
