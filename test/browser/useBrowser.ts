import { chromium, type Browser } from 'playwright-core';
import { pool, poolClient } from '../../config/pool';
import { resourcesConfig, type Endpoints } from '../../local/endpoints';
import { listen } from '../../local/http/listen';
import { startMemoryTwin } from '../../local/startMemoryTwin';
import { bundlePage } from '../../tools/bundle';
import { findBrowser } from './findBrowser';

/** Chromium, a twin, and a client page at the app client's callback URL. */
export interface Stage {
  readonly browser: Browser;
  readonly endpoints: Endpoints;
  readonly client: string;
  readonly mailedCode: (address: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export const openStage = async (): Promise<Stage> => {
  const executablePath = findBrowser();
  const [client] = poolClient.oauth.callbackUrls;
  const twin = await startMemoryTwin(process.pid);
  const page = await servePage(client, twin.endpoints);
  // Only this test trusts the certificate authority, which is removed when the test ends.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return {
    browser,
    endpoints: twin.endpoints,
    client,
    mailedCode: async (address) => {
      const response = await fetch(`${twin.endpoints.mailbox}?username=${encodeURIComponent(address)}`);
      const { code }: { readonly code: string } = JSON.parse(await response.text());
      return code;
    },
    close: async () => {
      await browser.close();
      await page.close();
      await twin.close();
    },
  };
};

/** A password that satisfies the pool's policy. */
export const goodPassword = `Correct-horse-${pool.passwordPolicy.minimumLength}`;

const servePage = async (client: string, endpoints: Endpoints) => {
  const script = await bundlePage('test/browser/page.ts');
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/': [
      'text/html',
      '<!doctype html><button id="in">in</button><button id="out">out</button><script type="module" src="/page.js"></script>',
    ],
    '/page.js': ['text/javascript', script],
    '/config.json': ['application/json', JSON.stringify(resourcesConfig(endpoints))],
  };
  return listen(
    (request, response) => {
      const [type, body] = files[(request.url ?? '/').split('?')[0] ?? '/'] ?? ['text/plain', ''];
      response.setHeader('content-type', `${type}; charset=utf-8`).end(body);
    },
    { host: '127.0.0.1', port: Number(new URL(client).port) },
  );
};
