import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { startMemoryTwin } from '../../local/startMemoryTwin';
import type { Twin } from '../../local/twin';
import { serveBuiltPage } from './serveBuiltPage';
import { findBrowser } from './findBrowser';

/** The built page next to a twin, and a browser to open it in. */
export interface Story {
  readonly browser: Browser;
  readonly twin: Twin;
  readonly origin: string;
  /** Opens a browser window of a new person or device. */
  readonly openWindow: (options?: BrowserContextOptions) => Promise<Page>;
  /** What pages complained about: uncaught errors, and whatever the content security policy refused. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export const openStory = async (): Promise<Story> => {
  const twin = await startMemoryTwin(process.pid);
  const served = await serveBuiltPage(twin.endpoints);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  const complaints: string[] = [];
  return {
    browser,
    twin,
    origin: served.origin,
    complaints,
    openWindow: async (options) => {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
      });
      await page.goto(served.origin);
      return page;
    },
    close: async () => {
      await browser.close();
      await served.close();
      await twin.close();
    },
  };
};

const folder = join(import.meta.dirname, 'screenshots');

/** Saves a screenshot of a page for people to look at. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
};
