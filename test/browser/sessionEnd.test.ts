import { EventEmitter, once } from 'node:events';
import { CognitoIdentityProviderClient, GlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Request, Response } from 'playwright-core';
import { expect, it } from 'vitest';
import { signIn, signOut, signUp } from './people';
import { choose, row, upload } from './someFiles';
import { tokenOf } from './tokenOf';
import { useStory } from './useStory';

const story = useStory();

it('Who was signed out everywhere is asked to sign in once the token has expired', async () => {
  const page = await story().openWindow();
  await signUp(page, story().twin, 'signed-out@example.com');
  await upload(page, { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
  await row(page, 'a.txt').waitFor();
  const { userPool: endpoint, region } = story().twin.endpoints;
  const pool = new CognitoIdentityProviderClient({ endpoint, region });
  await pool.send(new GlobalSignOutCommand({ AccessToken: await tokenOf(page) }));
  pool.destroy();

  await page.clock.setSystemTime(Date.now() + 2 * 60 * 60_000);
  await choose(page, 'a.txt', 'Move to trash');

  await page.getByRole('alert').getByText('You have been signed out. Sign in again.').waitFor();
  await signIn(page, 'signed-out@example.com');
  await signOut(page);
  expect(await page.getByText('You have been signed out.').count()).toBe(0);
});

it('Who signs out is not told that the session has ended, though the network was down when a token was renewed', async () => {
  const page = await story().openWindow();
  await signUp(page, story().twin, 'tunnel@example.com');
  await upload(page, { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
  await row(page, 'a.txt').waitFor();
  const pool = `${story().twin.endpoints.userPool}/**`;
  await page.route(pool, (route) => route.abort());

  await page.clock.setSystemTime(Date.now() + 2 * 60 * 60_000);
  await choose(page, 'a.txt', 'Move to trash');
  await page.getByRole('status').getByText('No connection.').waitFor();
  await page.unroute(pool);
  await signOut(page);

  expect(await page.getByText('You have been signed out.').count()).toBe(0);
});

it('Who signs out is not told that the session has ended, though a token was being renewed meanwhile', async () => {
  const page = await story().openWindow();
  await signUp(page, story().twin, 'hurry@example.com');
  await upload(page, { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
  await row(page, 'a.txt').waitFor();
  const server = new EventEmitter();
  const revoked = once(server, 'revoked');
  await page.route(`${story().twin.endpoints.userPool}/**`, async (route) => {
    const operation = route.request().headers()['x-amz-target']?.split('.').at(-1);
    if (operation === 'GetTokensFromRefreshToken') await revoked;
    if (operation !== 'RevokeToken') return await route.fallback();
    const renewal = page.waitForResponse(isRefused);
    const response = await route.fetch();
    server.emit('revoked');
    await renewal;
    await route.fulfill({ response });
  });

  await page.clock.setSystemTime(Date.now() + 2 * 60 * 60_000);
  const renewal = page.waitForRequest(isRenewal);
  await choose(page, 'a.txt', 'Move to trash');
  await renewal;
  await signOut(page);

  expect(await page.getByText('You have been signed out.').count()).toBe(0);
});

const isRenewal = (request: Request): boolean =>
  request.headers()['x-amz-target']?.endsWith('.GetTokensFromRefreshToken') === true;

const isRefused = (response: Response): boolean => isRenewal(response.request()) && response.status() === 400;
