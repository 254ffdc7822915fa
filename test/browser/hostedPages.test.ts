import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { goodPassword, openStage, type Stage } from './useBrowser';

const shared: { stage?: Stage } = {};

const stage = (): Stage => {
  if (shared.stage === undefined) throw new Error('The stage is not open.');
  return shared.stage;
};

const openPage = async (viewport = { width: 1280, height: 800 }): Promise<Page> => {
  const context = await stage().browser.newContext({ ignoreHTTPSErrors: true, viewport });
  return context.newPage();
};

/** Waits until the client's page shows Amplify's state. */
const stateOf = async (page: Page): Promise<string> => {
  await page.waitForSelector('body[data-state]');
  return (await page.getAttribute('body', 'data-state')) ?? '';
};

const atClient = async (page: Page): Promise<void> => {
  await page.goto(stage().client);
  await stateOf(page);
};

const logIn = async (page: Page, username: string, password = goodPassword): Promise<void> => {
  await page.getByLabel('E-mail address').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const createAccount = async (page: Page, username: string): Promise<void> => {
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('E-mail address').fill(username);
  await page.getByLabel('New password').fill(goodPassword);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByLabel('Code').waitFor();
  await page.getByLabel('Code').fill(await stage().mailedCode(username));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('Your address is confirmed.').waitFor();
};

beforeAll(async () => {
  shared.stage = await openStage();
});
afterAll(() => shared.stage?.close());
afterEach(async () => {
  for (const context of stage().browser.contexts()) await context.close();
});

describe('signInWithRedirect of the unmodified Amplify client', () => {
  it('makes an account, signs in, calls the API, signs out, and asks again', async () => {
    const page = await openPage();
    await atClient(page);
    expect(await stateOf(page)).toBe('signed out');

    await page.click('#in');
    await createAccount(page, 'owner@example.com');
    await logIn(page, 'owner@example.com');
    await page.waitForURL(`${stage().client}/**`);
    expect(await stateOf(page)).toBe('signed in as owner@example.com, scope email openid profile');

    await page.click('#out');
    await page.waitForURL(`${stage().client}/**`);
    await page.waitForSelector('body[data-state="signed out"]');
    await page.click('#in');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('comes back without a password while the browser is signed in', async () => {
    const page = await openPage();
    await atClient(page);
    await page.click('#in');
    await createAccount(page, 'again@example.com');
    await logIn(page, 'again@example.com');
    await page.waitForSelector('body[data-state^="signed in"]');

    await page.evaluate('localStorage.clear()');
    await page.reload();
    await page.waitForSelector('body[data-state="signed out"]');
    await page.click('#in');

    await page.waitForSelector('body[data-state^="signed in as again@example.com"]');
  });
});

describe('On a phone', () => {
  it.each(['login', 'signup', 'confirm', 'forgotPassword', 'confirmForgotPassword'])(
    '/%s fits the screen and can be hit with a thumb',
    async (path) => {
      const page = await openPage({ width: 360, height: 640 });
      const { client, endpoints } = stage();
      const query = new URLSearchParams({
        client_id: endpoints.userPoolClientId,
        redirect_uri: client,
        response_type: 'code',
      });

      await page.goto(`${endpoints.hostedUi}/${path}?${String(query)}`);

      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      for (const control of await page.locator('button, input:not([type=hidden])').all()) {
        const box = await control.boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(44);
        expect(box?.width).toBeGreaterThan(250);
      }
      if (process.env.SCREENSHOTS !== undefined)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/${path}.png` });
    },
  );
});

describe('Whoever tries to bring a script along', () => {
  const attack = '"><script>document.title="owned"</script><img src=x onerror="document.title=\'owned\'">';

  it('sees it as text: in parameters, in fields, in refusals', async () => {
    const page = await openPage();
    const { client, endpoints } = stage();
    const query = new URLSearchParams({
      client_id: endpoints.userPoolClientId,
      redirect_uri: client,
      response_type: 'code',
      state: attack,
      login_hint: attack,
    });

    await page.goto(`${endpoints.hostedUi}/login?${String(query)}`);
    expect(await page.getByLabel('E-mail address').inputValue()).toBe(attack);
    await page.evaluate('document.querySelector("form").noValidate = true');
    await logIn(page, `${attack}@example.com`);
    await page.getByRole('alert').waitFor();

    expect(await page.title()).toBe('Sign in');
    expect(await page.locator('script, img').count()).toBe(0);
  });

  it('gets no script to run even where one got in', async () => {
    const page = await openPage();
    const { client, endpoints } = stage();
    const query = `client_id=${endpoints.userPoolClientId}&redirect_uri=${client}&response_type=code`;
    await page.goto(`${endpoints.hostedUi}/login?${query}`);

    await page.evaluate('document.body.insertAdjacentHTML("beforeend", `<img src=x onerror="document.title=1">`)');
    const refused = await page.evaluate(
      'new Promise((resolve) => { const script = document.createElement("script"); script.src = "data:,"; script.onerror = () => resolve("refused"); script.onload = () => resolve("ran"); document.head.append(script); })',
    );

    expect(refused).toBe('refused');
    expect(await page.title()).toBe('Sign in');
  });
});
