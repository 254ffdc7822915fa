import type { Page } from 'playwright-core';

/** The access token of the signed-in user. */
export const tokenOf = (page: Page): Promise<string> =>
  page.evaluate('Object.entries(sessionStorage).find(([key]) => key.endsWith(".accessToken"))[1]');
