import type { CDPSession, Page } from 'playwright-core';

/** A page's network, which can be slowed down or cut. */
export interface Network {
  readonly slow: (bytesPerSecond: number) => Promise<unknown>;
  readonly cut: () => Promise<unknown>;
  readonly restore: () => Promise<unknown>;
}

export const networkOf = async (page: Page): Promise<Network> => {
  const session: CDPSession = await page.context().newCDPSession(page);
  const emulate = (offline: boolean, uploadThroughput: number): Promise<unknown> =>
    session.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  return {
    slow: (bytesPerSecond) => emulate(false, bytesPerSecond),
    cut: () => emulate(true, -1),
    restore: () => emulate(false, -1),
  };
};
