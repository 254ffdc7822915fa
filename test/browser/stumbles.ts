import type { Page, Route } from 'playwright-core';

/** Makes the first request of an operation succeed on the server, but answers it as AppSync does after a failure. */
export const failOnce = (page: Page, operation: string, errorType: string): Promise<void> =>
  meddleOnce(page, operation, async (route) => {
    const errors = [{ path: ['item0'], errorType, message: 'Task timed out after 10.00 seconds' }];
    await route.fulfill({ response: await route.fetch(), json: { data: null, errors } });
  });

/** Makes the API reject the token of the first request of an operation. */
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
