import { flag, list, optional, textMap, type Check, type Checked } from '../input/check';
import { structure } from '../input/structure';
import { oneOf, text } from '../input/text';

const string = text({ most: Number.MAX_SAFE_INTEGER });

const finite: Check<number> = (value, at) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError(`${at} is not a number.`);
};

/** What is stored of a password: enough to check it with and without SRP, never the password itself. */
const storedPassword = structure({
  /** The salt of SRP, hexadecimal. */
  srpSalt: string,
  /** SRP's `v`, hexadecimal. */
  srpVerifier: string,
  /** Salt and hash of scrypt, base64. */
  scryptSalt: string,
  scryptHash: string,
  /** scrypt's cost at the time, so that a later default does not lock anyone out. */
  scryptCost: finite,
});
export type StoredPassword = Checked<typeof storedPassword>;

/** A person's authenticator app. */
const softwareToken = structure({
  /** Base32. */
  secret: string,
  isVerified: flag,
  isEnabled: flag,
  isPreferred: flag,
  /** The last time step whose code was used; each code works once. */
  lastStep: finite,
});

/** Somebody who may sign in. The id is both `sub` and `username`. Times are milliseconds since 1970. */
export const user = structure({
  id: string,
  status: oneOf('UNCONFIRMED', 'CONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED'),
  isEnabled: flag,
  attributes: textMap,
  /** An address that becomes `email` once its code has come back. Until then it is no key to the user. */
  pendingEmail: optional(string),
  password: optional(storedPassword),
  /** When a temporary password stops working. */
  passwordExpiresAt: optional(finite),
  softwareToken: optional(softwareToken),
  /** The secret of an authenticator app that is not verified yet. */
  pendingTokenSecret: optional(string),
  groups: list(string, Number.MAX_SAFE_INTEGER),
  createdAt: finite,
  modifiedAt: finite,
});
export type User = Checked<typeof user>;

/** One sign-in and all its tokens. The id is the tokens' `origin_jti`. */
export const grant = structure({
  id: string,
  userId: string,
  clientId: string,
  eventId: string,
  /** SHA-256 of the refresh token, base64url. */
  refreshHash: string,
  scope: string,
  signedInAt: finite,
  expiresAt: finite,
  isRevoked: flag,
});
export type Grant = Checked<typeof grant>;

/** The last code sent to a user for one purpose, which the id names; `code` is empty once it was used. */
export const sentCode = structure({
  id: string,
  code: string,
  /** Where it was sent: a code proves that address and no other. */
  destination: string,
  expiresAt: finite,
  failures: finite,
  /** When codes for this purpose were sent, within the last hour. */
  sentAt: list(finite, 100),
});
export type SentCode = Checked<typeof sentCode>;

/** A message in the mailbox. */
export const letter = structure({
  id: string,
  to: string,
  subject: string,
  code: string,
  sentAt: finite,
});
export type Letter = Checked<typeof letter>;

/** A user's failed sign-ins. The id is the user's, or a hash of the name if no user has it. */
export const failedSignIns = structure({ id: string, count: finite, lastAt: finite });
export type FailedSignIns = Checked<typeof failedSignIns>;

/** A session that ended before it expired: a browser's, or that of a sign-in. The id is the session's. */
export const endedSession = structure({ id: string, expiresAt: finite });
export type EndedSession = Checked<typeof endedSession>;

/** An authorization code's request and outcome. The id is the code's SHA-256, base64url. */
export const authorization = structure({
  id: string,
  request: structure({
    clientId: string,
    redirectUri: string,
    state: optional(string),
    scope: string,
    codeChallenge: optional(string),
    nonce: optional(string),
    prompts: list(string),
    loginHint: optional(string),
  }),
  userId: string,
  signedInAt: finite,
  expiresAt: finite,
  isTaken: flag,
  /** The grant made for the code. */
  grantId: optional(string),
});
export type Authorization = Checked<typeof authorization>;

/** A group of users. The id is its name. */
export const group = structure({
  id: string,
  description: optional(string),
  precedence: optional(finite),
  roleArn: optional(string),
  createdAt: finite,
  modifiedAt: finite,
});
export type Group = Checked<typeof group>;

/** A secret of the pool: `signing:<kid>` is a private key (PKCS #8, PEM), `sealing` is 32 bytes in base64. */
export const secret = structure({ id: string, value: string, createdAt: finite });
export type Secret = Checked<typeof secret>;
