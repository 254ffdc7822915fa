import type { Page, Route } from 'playwright-core';

/** Has the first request of an operation carried out, but answered as AppSync answers when something fails on the way. */
export const failOnce = (page: Page, operation: string, errorType: string): Promise<void> =>
  meddleOnce(page, operation, async (route) => {
    const errors = [{ path: ['item0'], errorType, message: 'Task timed out after 10.00 seconds' }];
    await route.fulfill({ response: await route.fetch(), json: { data: null, errors } });
  });

/** Has the API find the token of the first request of an operation no good. */
export const distrustOnce = (page: Page, operation: string): Promise<void> =>
  meddleOnce(page, operation, (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: 'e.x.pired' } }),
  );

const meddleOnce = async (page: Page, operation: string, meddle: (route: Route) => Promise<void>): Promise<void> => {
  const met = { isMet: false };
  await page.route('**/graphql', (route) => {
    if (met.isMet || !route.request().postData()?.includes(operation)) return route.fallback();
    met.isMet = true;
    return meddle(route);
  });
};
