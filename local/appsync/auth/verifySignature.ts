import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../clock';
import { Unauthenticated } from '../errors';

const scheme = 'AWS4-HMAC-SHA256';
const form = new RegExp(
  `^${scheme} Credential=([\\w+=,.@-]+)/(\\d{8})/([\\w-]+)/appsync/aws4_request, ?SignedHeaders=([\\w;-]+), ?Signature=([\\da-f]{64})$`,
);
const dateForm = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const driftMs = 5 * 60 * 1_000;

/** Whether an `authorization` header means to be an AWS signature. */
export const isSignature = (authorization: string): boolean => authorization.startsWith(scheme);

/**
 * Checks a Signature Version 4 of service `appsync`, with the steps and names of
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html; gives the access key id.
 */
export const verifySignature = (
  request: IncomingMessage,
  body: Buffer,
  { secrets, clock }: { readonly secrets: Readonly<Record<string, string>>; readonly clock: Clock },
): string => {
  const [, accessKeyId, date, region, signedHeaders, signature] = form.exec(request.headers.authorization ?? '') ?? [];
  if (!accessKeyId || !date || !region || !signedHeaders || !signature) throw refused();
  const secret = Object.hasOwn(secrets, accessKeyId) ? secrets[accessKeyId] : undefined;
  const time = String(request.headers['x-amz-date']);
  if (secret === undefined || !isNow(time, date, clock) || !signedHeaders.split(';').includes('host')) throw refused();
  const scope = `${date}/${region}/appsync/aws4_request`;
  const stringToSign = [scheme, time, scope, sha256(canonicalRequest(request, body, signedHeaders))].join('\n');
  const expected = hmac(signingKey(secret, date, region), stringToSign);
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) throw refused();
  return accessKeyId;
};

const isNow = (time: string, date: string, clock: Clock): boolean => {
  const [, ...parts] = dateForm.exec(time) ?? [];
  const [year = NaN, month = NaN, day, hour, minute, second] = parts.map(Number);
  return time.startsWith(date) && Math.abs(Date.UTC(year, month - 1, day, hour, minute, second) - clock()) <= driftMs;
};

const canonicalRequest = (request: IncomingMessage, body: Buffer, signedHeaders: string): string => {
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

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

const refused = () => new Unauthenticated('You are not authorized to make this call.');
