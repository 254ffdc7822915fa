import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../clock';
import { Unauthenticated } from '../errors';
import { type IamPrincipal, type LimitedPrincipal, limitsOf } from './iamPrincipal';

const scheme = 'AWS4-HMAC-SHA256';
const form = new RegExp(
  `^${scheme} Credential=([\\w+=,.@-]+)/(\\d{8})/([\\w-]+)/appsync/aws4_request, ?SignedHeaders=([\\w;-]+), ?Signature=([\\da-f]{64})$`,
);
const dateForm = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const driftMs = 5 * 60 * 1_000;

/** Whether an `authorization` header means to be an AWS signature. */
export const isSignature = (authorization: string): boolean => authorization.startsWith(scheme);

/** What a signature covers, besides the body; a message over WebSocket carries it as JSON. */
export type SignedRequest = Pick<IncomingMessage, 'headers' | 'method' | 'url'>;

interface Keys {
  readonly principals: Readonly<Record<string, IamPrincipal>>;
  readonly clock: Clock;
}

/** Whose signature it is. */
export interface Signer extends LimitedPrincipal {
  readonly accessKeyId: string;
}

/**
 * Checks a Signature Version 4 of service `appsync`, with the steps and names of
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html.
 */
export const verifySignature = (request: SignedRequest, body: Buffer, { principals, clock }: Keys): Signer => {
  const [, accessKeyId, date, region, signedHeaders, signature] = form.exec(request.headers.authorization ?? '') ?? [];
  if (!accessKeyId || !date || !region || !signedHeaders || !signature) throw refused();
  const principal = Object.hasOwn(principals, accessKeyId) ? principals[accessKeyId] : undefined;
  const time = String(request.headers['x-amz-date']);
  if (principal === undefined || !isNow(time, date, clock) || !signedHeaders.split(';').includes('host'))
    throw refused();
  const limits = limitsOf(principal);
  const scope = `${date}/${region}/appsync/aws4_request`;
  const stringToSign = [scheme, time, scope, sha256(canonicalRequest(request, body, signedHeaders))].join('\n');
  const expected = hmac(signingKey(limits.secret, date, region), stringToSign);
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex')) || !hasToken(request, limits)) throw refused();
  return { accessKeyId, ...limits };
};

const hasToken = ({ headers }: SignedRequest, { sessionToken }: LimitedPrincipal): boolean =>
  sessionToken === undefined ||
  timingSafeEqual(digest(sessionToken), digest(String(headers['x-amz-security-token'] ?? '')));

const isNow = (time: string, date: string, clock: Clock): boolean => {
  const [, ...parts] = dateForm.exec(time) ?? [];
  const [year = NaN, month = NaN, day, hour, minute, second] = parts.map(Number);
  return time.startsWith(date) && Math.abs(Date.UTC(year, month - 1, day, hour, minute, second) - clock()) <= driftMs;
};

const canonicalRequest = (request: SignedRequest, body: Buffer, signedHeaders: string): string => {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const headers = signedHeaders
    .split(';')
    .map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}\n`,
    )
    .join('');
  return [request.method, path, query.split('&').sort().join('&'), headers, signedHeaders, sha256(body)].join('\n');
};

const signingKey = (secret: string, date: string, region: string): Buffer =>
  [date, region, 'appsync', 'aws4_request'].reduce<Buffer>(
    (key, part) => hmac(key, part),
    Buffer.from(`AWS4${secret}`),
  );

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const sha256 = (data: string | Buffer): string => digest(data).toString('hex');

const digest = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

const refused = () => new Unauthenticated('You are not authorized to make this call.');
