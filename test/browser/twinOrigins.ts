import type { PageOrigins } from '../../config/contentSecurity';
import type { Endpoints } from '../../local/endpoints';

/** The origins that a page served for the twin may connect to. */
export const twinOrigins = ({ graphql, userPool, hostedUi, s3 }: Endpoints): PageOrigins => {
  const api = new URL(graphql);
  return {
    // Subscriptions use ws:, or wss: where the twin's certificate is trusted.
    services: [api.origin, `ws://${api.host}`, `wss://${api.host}`, new URL(userPool).origin, new URL(hostedUi).origin],
    bytes: new URL(s3).origin,
  };
};
