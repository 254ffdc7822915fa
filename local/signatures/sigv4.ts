import { createHash, createHmac } from 'node:crypto';
import { encodeStrictly } from './encodeStrictly';

/**
 * What a signature covers, in the terms of AWS.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export interface Signable {
  readonly method: string;
  /** Encoded once here, never normalized: S3 passes it decoded; other services as sent, so it ends up encoded twice. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: ReadonlyMap<string, string>;
  /** Lower-case names in the order the client signed them. */
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
}

export interface Scope {
  /** `20260131` */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

/** Step 1 of SigV4: the request in canonical form. */
export const canonicalRequest = ({ method, path, query, headers, signedHeaders, payloadHash }: Signable): string =>
  [
    method,
    path.split('/').map(encodeStrictly).join('/'),
    canonicalQuery(query),
    ...signedHeaders.map((name) => `${name}:${canonicalValue(headers.get(name) ?? '')}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');

/** Step 2: the string to sign. */
export const stringToSign = (timestamp: string, scope: Scope, canonical: string): string =>
  ['AWS4-HMAC-SHA256', timestamp, scopeText(scope), sha256(canonical)].join('\n');

/** `date/region/service/aws4_request` */
export const scopeText = ({ date, region, service }: Scope): string => `${date}/${region}/${service}/aws4_request`;

/** Step 3: the key that signs everything of one day, region and service. */
export const signingKey = (secretAccessKey: string, { date, region, service }: Scope): Buffer =>
  [date, region, service, 'aws4_request'].reduce<Buffer>(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    Buffer.from(`AWS4${secretAccessKey}`),
  );

/** Step 4: the signature. */
export const sign = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

const canonicalQuery = (query: Signable['query']): string =>
  query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encodeStrictly(name), encodeStrictly(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// Node decodes header bytes as Latin-1; clients sign them as UTF-8. AWS names spaces only; its SDKs mean tabs too. Not
// `trim`, which takes the last byte of `à` for a space.
const canonicalValue = (value: string): string =>
  Buffer.from(value.replace(/[ \t]+/g, ' ').replace(/^ | $/g, ''), 'latin1').toString();
