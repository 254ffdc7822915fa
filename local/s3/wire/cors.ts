import { S3Error } from '../errors';
import type { CorsRule } from '../options';
import type { Answer } from './answer';
import type { Headers } from './headers';

const vary = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method';

/** The headers a bucket's CORS rule adds to a response, errors included; none without a matching Origin and method. */
export const corsHeaders = (rule: CorsRule, method: string, headers: Headers): Record<string, string> => {
  const origin = headers.get('origin');
  if (origin === undefined || !isAllowed(rule, origin, method)) return {};
  return grant(rule, origin);
};

/** Whether the rule names an origin, for any method. */
export const isWelcome = (rule: CorsRule, origin: string): boolean => matchesAny(rule.allowedOrigins, origin);

/** Answers a preflight: https://docs.aws.amazon.com/AmazonS3/latest/API/RESTOPTIONSobject.html */
export const preflight = (rule: CorsRule, headers: Headers): Answer => {
  const origin = headers.get('origin');
  const method = headers.get('access-control-request-method');
  if (origin === undefined || method === undefined) {
    const missing = origin === undefined ? 'Origin request header' : 'Access-Control-Request-Method request header';
    throw new S3Error('BadRequest', { message: `Insufficient information. ${missing} needed.` });
  }
  const asked = list(headers.get('access-control-request-headers'));
  if (!isAllowed(rule, origin, method) || !asked.every((name) => matchesAny(rule.allowedHeaders, name.toLowerCase()))) {
    throw new S3Error('AccessForbidden', {
      message:
        "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.", // S3's spelling
      details: { Method: method, ResourceType: 'OBJECT' },
    });
  }
  const allowHeaders: Record<string, string> =
    asked.length === 0 ? {} : { 'access-control-allow-headers': asked.join(', ').toLowerCase() };
  return { status: 200, headers: { ...grant(rule, origin), ...allowHeaders } };
};

const isAllowed = (rule: CorsRule, origin: string, method: string): boolean =>
  isWelcome(rule, origin) && rule.allowedMethods.includes(method);

const grant = (rule: CorsRule, origin: string): Record<string, string> => ({
  'access-control-allow-origin': rule.allowedOrigins.includes('*') ? '*' : origin,
  'access-control-allow-methods': rule.allowedMethods.join(', '),
  ...(rule.exposedHeaders.length === 0 ? {} : { 'access-control-expose-headers': rule.exposedHeaders.join(', ') }),
  ...(rule.allowedOrigins.includes('*') ? {} : { 'access-control-allow-credentials': 'true' }),
  'access-control-max-age': String(rule.maxAgeSeconds),
  vary,
});

const list = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const matchesAny = (patterns: readonly string[], value: string): boolean =>
  patterns.some((pattern) => {
    const [start = '', end] = pattern.split('*');
    if (end === undefined) return pattern.toLowerCase() === value.toLowerCase();
    return value.length >= start.length + end.length && value.startsWith(start) && value.endsWith(end);
  });
