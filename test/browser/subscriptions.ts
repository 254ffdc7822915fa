import type { Page } from 'playwright-core';

/** A page's subscriptions, as the API sees them. */
export interface Subscriptions {
  /** How many the API has acknowledged. */
  readonly started: () => number;
  /** Ends the last one as AppSync does when its token expires. */
  readonly expire: () => void;
}

/** Reloads the page, and from then on records its real-time messages. */
export const watchSubscriptions = async (page: Page): Promise<Subscriptions> => {
  const seen = { started: 0, expire: (): void => undefined };
  await page.routeWebSocket('**/graphql/realtime', (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      const { type, id }: { readonly type: string; readonly id?: string } = JSON.parse(String(message));
      socket.send(message);
      if (type !== 'start_ack') return;
      seen.started += 1;
      const errors = [{ errorType: 'UnauthorizedException', message: 'Token expired' }];
      seen.expire = () => socket.send(JSON.stringify({ id, type: 'error', payload: { errors } }));
    });
  });
  await page.reload();
  return { started: () => seen.started, expire: () => seen.expire() };
};
