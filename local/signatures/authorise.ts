import { AccessDenied } from './errors';
import { refusalMessage, refusedOf, type Principal, type Want } from './principal';

/** Throws AccessDenied unless the principal is allowed everything that a request wants. */
export const authorise = (principal: Principal, wants: readonly Want[]): void => {
  const refused = refusedOf(principal, wants);
  if (refused !== undefined) throw new AccessDenied(refusalMessage(principal, refused));
};
