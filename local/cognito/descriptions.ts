import type { Clock } from '../clock';

/** A user pool: the part of the project's configuration that the twin enforces. */
export interface PoolDescription {
  readonly name: string;
  readonly usernameAttributes: readonly string[];
  readonly autoVerifiedAttributes: readonly string[];
  /** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserAttributeUpdateSettingsType.html */
  readonly attributesRequireVerificationBeforeUpdate: readonly string[];
  readonly usernameCaseSensitive: boolean;
  readonly passwordPolicy: PasswordPolicy;
  readonly mfa: 'OFF' | 'OPTIONAL' | 'REQUIRED';
  /** Groups that exist from the start. */
  readonly groups: readonly string[];
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html */
export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireLowercase: boolean;
  readonly requireUppercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
  readonly temporaryPasswordValidityDays: number;
}

/** An app client: the flows it may use, how long its tokens live, the attributes it may read and write. */
export interface ClientDescription {
  readonly name: string;
  readonly explicitAuthFlows: readonly string[];
  readonly oauth: OAuthDescription;
  readonly accessTokenMinutes: number;
  readonly idTokenMinutes: number;
  readonly refreshTokenDays: number;
  readonly authSessionMinutes: number;
  readonly enableTokenRevocation: boolean;
  readonly preventUserExistenceErrors: boolean;
  readonly readAttributes: readonly string[];
  readonly writeAttributes: readonly string[];
}

/** How the client may use the hosted pages. */
export interface OAuthDescription {
  readonly flows: readonly string[];
  readonly scopes: readonly string[];
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
}

/** Everything needed to open a pool: its identity, its rules, and where its data is kept. */
export interface UserPoolOptions {
  /** `us-east-1_LocalPool1`: the region, `_`, and the name that SRP hashes. */
  readonly poolId: string;
  /** 26 lower-case letters and digits, like the ids that Cognito generates. */
  readonly clientId: string;
  readonly region: string;
  readonly pool: PoolDescription;
  readonly client: ClientDescription;
  /** The file that holds everything acknowledged; without it, the pool lives in memory only. */
  readonly file?: string;
  readonly clock: Clock;
  /** Receives one line per message sent and per internal failure. */
  readonly log?: (line: string) => void;
}
