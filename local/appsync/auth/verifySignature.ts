import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../clock';
import { isSameSecret } from '../../isSameSecret';
import { canonicalRequest, sha256, sign, signingKey, stringToSign } from '../../signatures/sigv4';
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
  const scope = { date, region, service: 'appsync' };
  const text = stringToSign(time, scope, canonicalForm(request, body, signedHeaders.split(';')));
  if (!isSameSecret(sign(signingKey(limits.secret, scope), text), signature) || !hasToken(request, limits)) {
    throw refused();
  }
  return { accessKeyId, ...limits };
};

const hasToken = ({ headers }: SignedRequest, { sessionToken }: LimitedPrincipal): boolean =>
  sessionToken === undefined || isSameSecret(sessionToken, String(headers['x-amz-security-token'] ?? ''));

const isNow = (time: string, date: string, clock: Clock): boolean => {
  const [, ...parts] = dateForm.exec(time) ?? [];
  const [year = NaN, month = NaN, day, hour, minute, second] = parts.map(Number);
  return time.startsWith(date) && Math.abs(Date.UTC(year, month - 1, day, hour, minute, second) - clock()) <= driftMs;
};

const canonicalForm = ({ method = '', url = '/', headers }: SignedRequest, body: Buffer, signedHeaders: string[]) => {
  const mark = url.includes('?') ? url.indexOf('?') : url.length;
  return canonicalRequest({
    method,
    path: url.slice(0, mark),
    query: [...new URLSearchParams(url.slice(mark))],
    headers: new Map(signedHeaders.map((name) => [name, String(headers[name] ?? '')])),
    signedHeaders,
    payloadHash: sha256(body),
  });
};

const refused = () => new Unauthenticated('You are not authorized to make this call.');
