import { describe, expect, it } from 'vitest';
import { isOf } from '../edge/isOf';
import { signRequest } from '../edge/signRequest';
import { startApi } from '../edge/startApi';
import { noticeBoard } from './noticeBoard';
import { connect, encodeHeaders, openSocket } from './openSocket';

const query = 'subscription { onBuilt { id owner } }';
const data = JSON.stringify({ query, variables: {} });
const publish = JSON.stringify({ query: 'mutation { publish(owner: "o") { id owner } }' });

const serve = (fields?: readonly string[]) =>
  startApi(noticeBoard, {
    iam: new Map([['AKIDEXAMPLE', { secretAccessKey: 'secret', ...(fields && { allows: isOf(fields) }) }]]),
  });

/** Connects with the signature of a POST of "{}" to /graphql/connect. */
const connectSigned = async (url: string) =>
  connect(url, { protocols: ['graphql-ws', `header-${encodeHeaders(await signRequest(`${url}/connect`, '{}'))}`] });

describe('a signature of IAM', () => {
  it('connects, subscribes and publishes', async () => {
    const { url, send } = await serve(['Mutation.publish', 'Subscription.onBuilt']);
    const client = await connectSigned(url);

    await client.subscribe('a', query, { headers: await signRequest(url, data) });
    await send({ method: 'POST', body: publish, headers: await signRequest(url, publish) });

    expect(await client.next()).toMatchObject({ payload: { data: { onBuilt: { id: 'p', owner: 'o' } } } });
  });

  it('opens nothing to a user, and nothing of a user’s to it', async () => {
    const { url } = await serve();
    const client = await connectSigned(url);
    const mine = 'subscription { onMine { id } }';

    client.start('user', query);
    const first = await client.next();
    client.start('iam', mine, { headers: await signRequest(url, JSON.stringify({ query: mine, variables: {} })) });

    expect([first, await client.next()]).toMatchObject([
      { payload: { errors: [{ errorType: 'Unauthorized', message: expect.stringContaining('onBuilt on type') }] } },
      { payload: { errors: [{ errorType: 'Unauthorized', message: expect.stringContaining('onMine on type') }] } },
    ]);
  });

  it('reaches only the fields that its principal may ask for', async () => {
    const { url, send } = await serve(['Mutation.publish']);
    const client = await connectSigned(url);

    client.start('a', query, { headers: await signRequest(url, data) });

    expect(await client.next()).toMatchObject({ payload: { errors: [{ errorType: 'Unauthorized' }] } });
    expect((await send({ method: 'POST', body: publish, headers: await signRequest(url, publish) })).body).toEqual({
      data: { publish: { id: 'p', owner: 'o' } },
    });
  });

  it.each([
    ['of another operation', (url: string) => signRequest(url, '{}')],
    ['of the connection', (url: string) => signRequest(`${url}/connect`, data)],
    ['by another secret', (url: string) => signRequest(url, data, { secret: 'guess' })],
  ])('%s starts nothing', async (_what, sign) => {
    const { url } = await serve();
    const client = await connectSigned(url);

    client.start('a', query, { headers: await sign(url) });

    expect(await client.next()).toMatchObject({ payload: { errors: [{ errorType: 'UnauthorizedException' }] } });
  });

  it('of an operation does not connect', async () => {
    const { url } = await serve();
    const protocols = ['graphql-ws', `header-${encodeHeaders(await signRequest(url, '{}'))}`];
    const client = await openSocket(url, { protocols });

    client.say({ type: 'connection_init' });

    expect(await client.next()).toMatchObject({ type: 'connection_error' });
  });
});
