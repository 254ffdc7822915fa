import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { now } from './signToken';

export interface SignOptions {
  readonly body: string;
  readonly service: string;
  readonly secret: string;
  readonly key: string;
  readonly sessionToken: string;
  readonly at: number;
}

/** The headers of a POST, signed by the SDK's signer. */
export const signRequest = async (
  url: string,
  body: string,
  { service = 'appsync', secret = 'secret', key = 'AKIDEXAMPLE', sessionToken, at = now }: Partial<SignOptions> = {},
): Promise<Record<string, string>> => {
  const signer = new SignatureV4({
    service,
    region: 'eu-west-1',
    credentials: { accessKeyId: key, secretAccessKey: secret, ...(sessionToken && { sessionToken }) },
    sha256: Sha256,
  });
  const { hostname, port, pathname, host, searchParams } = new URL(url);
  const request = {
    method: 'POST',
    protocol: 'http:',
    hostname,
    port: Number(port),
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: { host },
    body,
  };
  return (await signer.sign(request, { signingDate: new Date(at) })).headers;
};

/** SHA-256 over node:crypto, with the interface that the SDK's signer needs. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }
  update(data: string | ArrayBuffer | ArrayBufferView) {
    this.#hash.update(bytesOf(data));
  }
  async digest() {
    return new Uint8Array(this.#hash.digest());
  }
  reset() {
    throw new Error('not needed');
  }
}

const bytesOf = (data: string | ArrayBuffer | ArrayBufferView): Uint8Array => {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
};
