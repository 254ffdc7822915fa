import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../../../clock';
import type { AuthorizationRequest } from './authorizationRequest';

/** What a code stands for. */
export interface Authorization {
  readonly request: AuthorizationRequest;
  readonly userId: string;
  readonly signedInAt: number;
}

/**
 * Codes on their way through the browser. A code serves once and for five minutes. They are kept in memory only: a
 * code that a restart forgot is refused, and never taken twice.
 */
export interface AuthorizationCodes {
  readonly issue: (authorization: Authorization) => string;
  /** What the code stands for, and from now on nothing; undefined if it serves no more. */
  readonly take: (code: string) => Authorization | undefined;
  /** Notes what came of a code, so that it can be undone. */
  readonly settle: (code: string, grantId: string) => void;
  /** The grant that came of a code that was taken before. RFC 6749, 4.1.2: it is to be revoked. */
  readonly grantOf: (code: string) => string | undefined;
}

const lifetimeMilliseconds = 5 * 60_000;

export const createAuthorizationCodes = (clock: Clock): AuthorizationCodes => {
  const open = new Map<string, Authorization & { readonly expiresAt: number }>();
  const settled = new Map<string, { readonly grantId: string; readonly expiresAt: number }>();
  const sweep = () => {
    for (const codes of [open, settled]) {
      for (const [id, { expiresAt }] of codes) if (expiresAt <= clock()) codes.delete(id);
    }
  };
  const expiresAt = () => clock() + lifetimeMilliseconds;

  return {
    issue: (authorization) => {
      sweep();
      const code = randomUUID();
      open.set(hash(code), { ...authorization, expiresAt: expiresAt() });
      return code;
    },
    take: (code) => {
      sweep();
      const authorization = open.get(hash(code));
      open.delete(hash(code));
      return authorization;
    },
    settle: (code, grantId) => void settled.set(hash(code), { grantId, expiresAt: expiresAt() }),
    grantOf: (code) => settled.get(hash(code))?.grantId,
  };
};

const hash = (code: string) => createHash('sha256').update(code).digest('base64url');
