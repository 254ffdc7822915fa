import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen, type Listening } from '../../local/http/listen';
import { bundlePage } from '../../tools/bundle';
import { findBrowser } from './findBrowser';

/** What the test's page defines. */
declare const claims: {
  readonly claim: (fileId: string) => void;
  readonly release: (fileId: string) => void;
  readonly held: () => Promise<ReadonlySet<string>>;
};

const document = `<!doctype html><script type="module">
import { createClaims } from '/claims.js';
globalThis.claims = createClaims();
</script>`;

const shared: { server?: Listening; context?: BrowserContext } = {};

beforeAll(async () => {
  const script = await bundlePage('web/uploads/claims.ts');
  shared.server = await listen(
    ({ url }, response) => {
      const [type, body] = url === '/claims.js' ? ['text/javascript', script] : ['text/html', document];
      response.setHeader('content-type', type).end(body);
    },
    { host: '127.0.0.1', port: 0 },
  );
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  shared.context = await browser.newContext();
});

afterAll(async () => {
  await shared.context?.browser()?.close();
  await shared.server?.close();
});

const openWindow = async (): Promise<Page> => {
  const page = await shared.context?.newPage();
  if (page === undefined) throw new Error('There is no browser.');
  await page.goto(`http://127.0.0.1:${shared.server?.port}`);
  return page;
};

const claim = (page: Page, fileId: string) => page.evaluate((id) => claims.claim(id), fileId);
const release = (page: Page, fileId: string) => page.evaluate((id) => claims.release(id), fileId);
const held = (page: Page) => page.evaluate(async () => [...(await claims.held())]);

it('An upload that two windows claim stays claimed until both have released it', async () => {
  const [first, second] = [await openWindow(), await openWindow()];
  await claim(first, 'x');
  await claim(second, 'x');

  await release(first, 'x');
  const left = await held(first);
  await release(second, 'x');

  expect([left, await held(second)]).toEqual([['x'], []]);
});

it('An upload is not claimed by a window that gave it up before its turn came', async () => {
  const [first, second] = [await openWindow(), await openWindow()];
  await claim(first, 'y');
  await claim(second, 'y');

  await release(second, 'y');
  await release(first, 'y');

  await expect.poll(() => held(second)).toEqual([]);
});
