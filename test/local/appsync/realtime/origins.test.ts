import { expect, it } from 'vitest';
import { bucket } from '../../../../config/bucket';
import { isWelcome } from '../../../../local/appsync/realtime/isWelcome';
import { startApi } from '../edge/startApi';
import { noticeBoard } from './noticeBoard';
import { connect } from './openSocket';

const allowedOrigins = bucket.cors.localOrigins;

it('lets pages of allowed origins connect, and clients that are no page', async () => {
  const { url } = await startApi(noticeBoard, { allowedOrigins });

  await connect(url);
  await connect(url, { origin: allowedOrigins[0] });

  await expect(connect(url, { origin: new URL(url).origin })).resolves.toBeDefined();
});

it('refuses a page of any other origin, and says so to the developer', async () => {
  const { url, logged } = await startApi(noticeBoard, { allowedOrigins });

  await expect(connect(url, { origin: 'https://elsewhere.example' })).rejects.toThrow('403');

  expect(logged).toEqual([
    'AppSync: a page of "https://elsewhere.example" may not connect, only http://localhost:8000. --origin URL adds one.',
  ]);
});

it.each([
  ['http://localhost:8000', true],
  ['http://127.0.0.1:4100', true],
  ['http://127.0.0.1:4101', false],
  ['http://localhost:8001', false],
  ['https://localhost:8000', false],
  ['http://localhost:8000.example', false],
  ['null', false],
  ['', false],
])('takes %s for an origin to be welcomed: %s', (origin, expected) => {
  expect(isWelcome({ origin, host: '127.0.0.1:4100' }, allowedOrigins)).toBe(expected);
});

it('takes no name for its own that somebody could make lead here', () => {
  const host = 'rebound.example:4100';

  expect(isWelcome({ origin: `http://${host}`, host }, allowedOrigins)).toBe(false);
});
