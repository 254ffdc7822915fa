import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { stepAt, totpCode } from '../../local/cognito/totp/totp';
import { networkOf } from './network';
import { goodPassword, mailedCode, signIn, signOut, signUp } from './people';
import { differencesFromQrCode } from './qrCode';
import { useStory } from './useStory';

const story = useStory();

const openSecondFactor = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Two-step sign-in' }).click();
};

/** Makes the page show a new secret; returns it. */
const beginSetUp = async (page: Page): Promise<string> => {
  await openSecondFactor(page);
  await page.getByRole('img', { name: 'QR code for an authenticator app' }).waitFor();
  return page.locator('.second-factor code').innerText();
};

const turnOn = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Turn on' }).click();
};

/** A connection that breaks when an MFA preference is sent. */
const losePreferences = (route: Route): Promise<void> =>
  route.request().headers()['x-amz-target']?.endsWith('.SetUserMFAPreference') ? route.abort() : route.fallback();

describe('Signing in', () => {
  it('goes over the hosted pages and back, and out again', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'hosted@example.com');
    await signOut(page);

    await page.getByRole('button', { name: 'Continue on the sign-in page' }).click();
    await page.waitForURL(/^https:\/\/localhost/);
    await page.getByLabel('E-mail address').fill('hosted@example.com');
    await page.getByLabel('Password').fill(goodPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
    await signOut(page);
  });

  it('stays signed in over a reload, and keeps no token in local storage', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'reload@example.com');

    await page.reload();
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();

    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toMatch(/eyJ/);
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).toMatch(/eyJ/);
  });

  it('takes a new password for a forgotten one', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'forgetful@example.com');
    await signOut(page);

    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await page.getByLabel('E-mail address').fill('forgetful@example.com');
    await page.getByRole('button', { name: 'Send code' }).click();
    await page.getByLabel('Code').waitFor(); // the code has been sent
    await page.getByLabel('Code').fill(await mailedCode(story().twin, 'forgetful@example.com'));
    await page.getByLabel('New password', { exact: true }).fill(`${goodPassword}-new`);
    await page.getByLabel('The same password again').fill(`${goodPassword}-new`);
    await page.getByRole('button', { name: 'Submit' }).click();

    await signIn(page, 'forgetful@example.com', `${goodPassword}-new`);
  });

  it('asks for a second factor once it is turned on', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'careful@example.com');

    const secret = await beginSetUp(page);
    const uri = `otpauth://totp/MyFiles:careful@example.com?secret=${secret}&issuer=MyFiles`;
    expect(await differencesFromQrCode(page, uri)).toEqual([]);
    await turnOn(page, totpCode(secret, stepAt(Date.now())));
    await page.getByText('Two-step sign-in is on.').waitFor();
    await signOut(page);
    await page.getByLabel('E-mail address').fill('careful@example.com');
    await page.getByLabel('Password', { exact: true }).fill(goodPassword);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('Code').fill(totpCode(secret, stepAt(Date.now()) + 1)); // a code works only once
    await page.getByRole('button', { name: 'Confirm' }).click();

    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
  });

  it('tells a wrong code from a lost connection while a second factor is set up, and tries again', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'unlucky@example.com');
    const network = await networkOf(page);
    const somethingElse = page.getByRole('alert').getByText('Something went wrong. Try again.');

    const secret = await beginSetUp(page);
    await network.cut();
    await turnOn(page, totpCode(secret, stepAt(Date.now())));
    await somethingElse.waitFor();
    await network.restore();
    await turnOn(page, totpCode(secret, 1));
    await page.getByRole('alert').getByText('That is not the code the app shows now.').waitFor();
    await page.route('**', losePreferences);
    await turnOn(page, totpCode(secret, stepAt(Date.now())));
    await somethingElse.waitFor();
    await page.unroute('**', losePreferences);
    await page.getByRole('button', { name: 'Turn on' }).click();
    await page.getByText('Two-step sign-in is on.').waitFor();

    await openSecondFactor(page);
    await page.route('**', losePreferences);
    await page.getByRole('button', { name: 'Turn off' }).click();
    await somethingElse.waitFor();
    await page.unroute('**', losePreferences);
    await page.getByRole('button', { name: 'Turn off' }).click();
    await page.getByText('Two-step sign-in is off.').waitFor();
    expect(story().complaints).toEqual([]);
  });

  it('says in words what is wrong', async () => {
    const page = await story().openWindow();

    await page.getByLabel('E-mail address').fill('nobody@example.com');
    await page.getByLabel('Password', { exact: true }).fill(goodPassword);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();

    await page.getByText('Incorrect username or password.').waitFor();
  });
});
