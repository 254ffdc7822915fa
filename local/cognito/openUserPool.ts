import type { RequestListener } from 'node:http';
import { createMailbox } from './codes/mailbox';
import { createSentCodes } from './codes/sentCodes';
import type { UserPoolOptions } from './descriptions';
import { checkOptions } from './checkOptions';
import { createListener } from './http/createListener';
import { createHostedRoutes } from './hosted/routes';
import { createRoutes } from './http/routes';
import type { Services } from './services';
import { createSettings, type Settings } from './settings';
import { concludeWithTokens } from './signIn/conclude';
import { createLockout } from './signIn/lockout';
import { openSealing } from './signIn/sealing';
import { createSessions } from './signIn/sessions';
import { openPoolStore, type PoolStore } from './store/poolStore';
import { prepareStore } from './store/prepareStore';
import { createGrants } from './tokens/grants';
import { createIssuer } from './tokens/issueTokens';
import type { JsonWebKeySet } from './tokens/keySet';
import { openSigningKeys, type SigningKeys } from './tokens/signingKeys';
import { createAccessTokenCheck } from './tokens/verifyAccessToken';

/** A user pool that runs in this process. */
export interface UserPool {
  readonly listener: RequestListener;
  /** The public keys that verify its tokens at this moment. */
  readonly keys: () => JsonWebKeySet;
  /**
   * True for the `origin_jti` of a sign-in that was revoked, signed out everywhere, or whose user is gone. Cognito's
   * own operations refuse such tokens; AppSync, which checks only signature and claims, accepts them until they expire.
   * https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html
   */
  readonly isRevoked: (originJti: string) => boolean;
  /** Signs with a new key from now on; earlier tokens stay valid until they expire. Returns the new `kid`. */
  readonly rotateKeys: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Opens a user pool: creates its keys on the first run, and resumes from its store on later ones. */
export const openUserPool = async (options: UserPoolOptions): Promise<UserPool> => {
  const { clock, log = () => undefined, file } = options;
  checkOptions(options);
  const settings = createSettings(options);
  const store = await openPoolStore({ poolId: settings.poolId, file });
  await prepareStore({ store, settings, clock });
  const { accessTokenMinutes, idTokenMinutes } = settings.client;
  const longestTokenMinutes = Math.max(accessTokenMinutes, idTokenMinutes);
  const keys = await openSigningKeys({ store, clock, longestTokenMinutes });
  const services = await createServices({ settings, store, clock, keys, log });

  return {
    listener: createListener(
      new Map([...createRoutes({ services, keys: keys.publicKeys }), ...createHostedRoutes(services)]),
      log,
    ),
    keys: keys.publicKeys,
    isRevoked: services.grants.isRevoked,
    rotateKeys: keys.rotate,
    close: store.close,
  };
};

interface Foundations extends Pick<Services, 'settings' | 'clock'> {
  readonly settings: Settings;
  readonly store: PoolStore;
  readonly keys: SigningKeys;
  readonly log: (line: string) => void;
}

const createServices = async ({ settings, store, clock, keys, log }: Foundations): Promise<Services> => {
  const mailbox = createMailbox({ store, clock, log });
  const sealing = await openSealing(store, clock);
  const grants = createGrants({ settings, clock, store });
  const issueTokens = createIssuer({ settings, clock, keys, store });
  return {
    settings,
    clock,
    store,
    mailbox,
    sealing,
    grants,
    codes: createSentCodes({ store, mailbox, clock }),
    sessions: createSessions({ sealing, store, clock, lifetimeMinutes: settings.client.authSessionMinutes }),
    lockout: createLockout(store, clock),
    conclude: concludeWithTokens({ grants, issueTokens }),
    issueTokens,
    verifyCaller: createAccessTokenCheck({ settings, clock, keys, grants, store }),
  };
};
