import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, describe, expect, it } from 'vitest';
import { giving, notebook } from '../edge/notebook';
import { now } from '../edge/signToken';
import { startApi } from '../edge/startApi';

const parts = notebook({
  schema: 'type Query { me: AWSJSON @aws_iam mine: String }',
  resolvers: { 'Query.me': giving('ctx.identity'), 'Query.mine': giving("'mine'") },
});
const iam = { AKIDEXAMPLE: 'secret' };
const serving = startApi(parts, { iam }, afterAll);

/** What the SDK's signer needs of a SHA-256, over node:crypto. */
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

const sign = async (
  url: string,
  { body = '{"query":"{ me }"}', service = 'appsync', secret = 'secret', key = 'AKIDEXAMPLE', at = now } = {},
) => {
  const signer = new SignatureV4({
    service,
    region: 'eu-west-1',
    credentials: { accessKeyId: key, secretAccessKey: secret },
    sha256: Sha256,
  });
  const { hostname, port, pathname, host } = new URL(url);
  const request = {
    method: 'POST',
    protocol: 'http:',
    hostname,
    port: Number(port),
    path: pathname,
    headers: { host },
    body,
  };
  const { headers } = await signer.sign(request, { signingDate: new Date(at) });
  return { method: 'POST', headers, body };
};

describe('an AWS signature', () => {
  it('as the SDK makes it lets its owner in, with IAM’s identity', async () => {
    const { send, url } = await serving;

    const { status, body } = await send(await sign(url));

    expect(status).toBe(200);
    expect(JSON.parse(Object(body.data).me)).toMatchObject({
      accountId: '000000000000',
      username: 'AKIDEXAMPLE',
      sourceIp: ['127.0.0.1'],
    });
  });

  it('reaches only what is open to IAM', async () => {
    const { send, url } = await serving;

    const { body } = await send(await sign(url, { body: '{"query":"{ mine }"}' }));

    expect(body).toMatchObject({ data: { mine: null }, errors: [{ errorType: 'Unauthorized' }] });
  });

  it.each([
    ['another body', async (url: string) => ({ ...(await sign(url)), body: '{"query":"{ mine }"}' })],
    ['another secret', (url: string) => sign(url, { secret: 'guess' })],
    ['an unknown key', (url: string) => sign(url, { key: 'AKIDOTHER' })],
    ['another service', (url: string) => sign(url, { service: 's3' })],
    ['an old date', (url: string) => sign(url, { at: now - 6 * 60_000 })],
    ['a changed header', async (url: string) => changed(await sign(url), 'x-amz-date', '20261122T080001Z')],
    ['no form', async (url: string) => changed(await sign(url), 'authorization', 'AWS4-HMAC-SHA256 nonsense')],
  ])('is refused with %s', async (_what, make) => {
    const { send, url } = await serving;

    const { status, body } = await send(await make(url));

    expect(status).toBe(401);
    expect(body.errors?.[0]?.message).toBe('You are not authorized to make this call.');
  });

  it('is refused by an API without IAM', async () => {
    const { send, url } = await startApi(parts);

    expect((await send(await sign(url))).status).toBe(401);
  });
});

function changed(init: Awaited<ReturnType<typeof sign>>, name: string, value: string) {
  return { ...init, headers: { ...init.headers, [name]: value } };
}
