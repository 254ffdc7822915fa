import { AccessDenied } from './errors';
import { refusalMessage, refusedOf, type Principal, type Want } from './principal';

/** Refuses with AccessDenied unless a principal may have everything that a request wants. */
export const authorise = (principal: Principal, wants: readonly Want[]): void => {
  const refused = refusedOf(principal, wants);
  if (refused !== undefined) throw new AccessDenied(refusalMessage(principal, refused));
};
