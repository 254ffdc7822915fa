import type { Clock } from '../clock';
import type { Mailbox } from './codes/mailbox';
import type { SentCodes } from './codes/sentCodes';
import type { Settings } from './settings';
import type { Conclude } from './signIn/conclusion';
import type { Lockout } from './signIn/lockout';
import type { Sealing } from './signIn/sealing';
import type { Sessions } from './signIn/sessions';
import type { PoolStore } from './store/poolStore';
import type { User, Grant } from './store/rows';
import type { Grants } from './tokens/grants';
import type { EndpointTokens, IssuedTokens } from './tokens/issueTokens';
import type { Caller } from './tokens/verifyAccessToken';

/** Everything that operations work with. Each declares by `Pick` what it uses. */
export interface Services {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly store: PoolStore;
  readonly mailbox: Mailbox;
  readonly codes: SentCodes;
  readonly sealing: Sealing;
  readonly sessions: Sessions;
  readonly lockout: Lockout;
  readonly grants: Grants;
  readonly conclude: Conclude;
  readonly issueTokens: (user: User, grant: Grant, ofEndpoint?: EndpointTokens) => Promise<IssuedTokens>;
  readonly verifyCaller: (accessToken: string, requiredScope?: string) => Promise<Caller>;
}
