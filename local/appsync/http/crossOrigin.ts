import type { IncomingHttpHeaders } from 'node:http';

/** AppSync answers every origin and lets pages read these headers; without them a browser sees no error type. */
export const exposed = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amz-user-agent,x-amzn-ErrorMessage,Date',
} as const;

const usualHeaders =
  'authorization,content-type,x-amz-user-agent,x-api-key,x-amz-date,x-amz-security-token,x-amz-content-sha256';
const headerList = /^[\w!#$%&'*+.^`|~, -]{1,1024}$/;

/** The response headers of a preflight: a page may send any header it asks for, because resolvers may read it. */
export const preflightHeaders = (headers: IncomingHttpHeaders): Record<string, string> => {
  const asked = headers['access-control-request-headers'];
  return {
    ...exposed,
    'access-control-allow-methods': 'GET,POST,OPTIONS',
    'access-control-allow-headers': asked !== undefined && headerList.test(asked) ? asked : usualHeaders,
    'access-control-max-age': '172800',
    'content-length': '0',
  };
};
