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

/** Reloads the page, whose subscription then begins only when the returned function finds and sends its request. */
export const holdSubscription = async (page: Page): Promise<() => boolean> => {
  const held: (() => void)[] = [];
  await page.routeWebSocket('**/graphql/realtime', (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const { type }: { readonly type: string } = JSON.parse(String(message));
      if (type === 'start') held.push(() => server.send(message));
      else server.send(message);
    });
  });
  await page.reload();
  return () => {
    held.forEach((send) => send());
    return held.splice(0).length > 0;
  };
};
