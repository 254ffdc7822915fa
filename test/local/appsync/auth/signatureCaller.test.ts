import { afterAll, describe, expect, it } from 'vitest';
import { giving, notebook } from '../edge/notebook';
import { now } from '../edge/signToken';
import { type SignOptions, signRequest } from '../edge/signRequest';
import { isOf } from '../edge/isOf';
import { startApi } from '../edge/startApi';

const parts = notebook({
  schema: 'type Query { me: AWSJSON @aws_iam mine: String }',
  resolvers: { 'Query.me': giving('ctx.identity'), 'Query.mine': giving("'mine'") },
});
const iam = new Map([['AKIDEXAMPLE', { secretAccessKey: 'secret' }]]);
const serving = startApi(parts, { iam }, afterAll);

const sign = async (url: string, { body = '{"query":"{ me }"}', ...more }: Partial<SignOptions> = {}) => ({
  method: 'POST',
  headers: await signRequest(url, body, more),
  body,
});

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

  it.each(['?a=1', '?b&a=1', '?a=%20x'])('covers %s, and nothing that follows it', async (query) => {
    const { send, url } = await serving;
    const signed = await sign(url + query);

    const statuses = await Promise.all([query, `${query}?c`, `${query}&c=1`].map((sent) => send(signed, sent)));

    expect(statuses.map(({ status }) => status)).toEqual([200, 401, 401]);
  });

  it('of temporary credentials is refused without their session token, or with another', async () => {
    const { send, url } = await startApi(parts, {
      iam: new Map([['AKIDEXAMPLE', { secretAccessKey: 'secret', sessionToken: 'session' }]]),
    });

    const statuses = [];
    for (const sessionToken of ['session', undefined, 'another']) {
      statuses.push((await send(await sign(url, { ...(sessionToken && { sessionToken }) }))).status);
    }

    expect(statuses).toEqual([200, 401, 401]);
  });

  it('reaches only the root fields that its principal may ask for', async () => {
    const { send, url } = await startApi(
      notebook({
        schema: 'type Query { me: Person @aws_iam other: Int @aws_iam } type Person @aws_iam { name: String }',
        resolvers: { 'Query.me': giving("({ name: 'n' })"), 'Query.other': giving('1') },
      }),
      { iam: new Map([['AKIDEXAMPLE', { secretAccessKey: 'secret', allows: isOf(['Query.me']) }]]) },
    );

    const { body } = await send(await sign(url, { body: '{"query":"{ me { name } other }"}' }));

    expect(body).toMatchObject({
      data: { me: { name: 'n' }, other: null },
      errors: [{ errorType: 'Unauthorized', message: 'Not Authorized to access other on type Query' }],
    });
  });

  it('is refused by an API without IAM', async () => {
    const { send, url } = await startApi(parts);

    expect((await send(await sign(url))).status).toBe(401);
  });
});

function changed(init: Awaited<ReturnType<typeof sign>>, name: string, value: string) {
  return { ...init, headers: { ...init.headers, [name]: value } };
}
