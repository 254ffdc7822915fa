import { createHash, createHmac } from 'node:crypto';
import { request, type IncomingHttpHeaders } from 'node:http';
import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Checksum, SourceData } from '@smithy/types';
import { owner } from './fixtures';

export interface WireRequest {
  readonly method?: string;
  /** Sent as is, byte for byte. */
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly bytes: Buffer;
}

/** Sends a request exactly as written, without a client that would normalize its path or headers. */
export const send = (port: number, { method = 'GET', path, headers = {}, body }: WireRequest): Promise<WireAnswer> =>
  new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: bytes.toString(), bytes });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

/** Sends half of a request's body and then nothing more; rejects when the server closes the connection. */
export const sendHalf = (port: number, { method, path, headers, body = '' }: WireRequest): Promise<WireAnswer> =>
  new Promise((_, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
    outgoing.on('error', reject);
    outgoing.write(body.slice(0, body.length / 2));
  });

export interface Signing {
  readonly credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  readonly date?: Date;
  readonly region?: string;
  readonly host?: string;
}

/** Signs a request with the SDK's own signer, by header. Path and query are given decoded. */
export const signed = async (
  port: number,
  { method = 'GET', path, query = {}, headers = {}, body = '' }: WireRequest & { query?: Record<string, string> },
  { date = new Date(), ...signing }: Signing = {},
): Promise<WireRequest> => {
  const host = signing.host ?? `127.0.0.1:${port}`;
  const payloadHash = headers['x-amz-content-sha256'] ?? createHash('sha256').update(body).digest('hex');
  const result = await new SignatureV4(signerOptions(signing)).sign(
    {
      method,
      protocol: 'http:',
      hostname: host,
      path: encodePath(path),
      query,
      headers: { host, 'x-amz-content-sha256': payloadHash, ...headers },
    },
    { signingDate: date },
  );
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return {
    method,
    path: encodePath(path) + (pairs.length === 0 ? '' : `?${pairs.join('&')}`),
    headers: result.headers,
    body,
  };
};

/** Presigns a request; every given header is signed, and none is moved into the query. */
export const presigned = async (
  port: number,
  { method = 'GET', path, query = {}, headers = {} }: WireRequest & { query?: Record<string, string> },
  { date = new Date(), expiresIn = 300, ...signing }: Signing & { expiresIn?: number } = {},
): Promise<string> => {
  const host = signing.host ?? `127.0.0.1:${port}`;
  const names = new Set(['host', ...Object.keys(headers)]);
  const result = await new S3RequestPresigner(signerOptions(signing)).presign(
    { method, protocol: 'http:', hostname: host, path: encodePath(path), query, headers: { host, ...headers } },
    { expiresIn, signingDate: date, signableHeaders: names, unhoistableHeaders: names, unsignableHeaders: new Set() },
  );
  const pairs = Object.entries(result.query ?? {}).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return `${encodePath(path)}?${pairs.join('&')}`;
};

const signerOptions = ({ credentials = owner, region = 'eu-central-1' }: Signing) => ({
  credentials,
  region,
  service: 's3',
  sha256: Sha256,
  uriEscapePath: false,
  applyChecksum: false,
});

const encodePath = (path: string): string =>
  path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');

class Sha256 implements Checksum {
  private readonly hash;

  constructor(secret?: SourceData) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(data: SourceData): void {
    this.hash.update(bytesOf(data));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest());
  }

  reset(): void {
    throw new TypeError('A signer makes a new hash each time.');
  }
}

const bytesOf = (data: SourceData): Buffer => {
  if (typeof data === 'string') return Buffer.from(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
};

/** The text of one element of an XML response. */
export const elementOf = (text: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
