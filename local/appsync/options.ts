import type { Route, Source } from '../../resolvers/wiringTypes';
import type { Clock } from '../clock';
import type { Principals } from '../signatures/principal';
import type { JsonWebKeySet } from './auth/jsonWebKeys';
import type { Evaluator, Functions, OnSourceCall, Tables } from './ports';
import type { Timers } from './realtime/timers';

/** What a reload replaces, as a whole. */
export interface ApiParts {
  /** The SDL, with AppSync's scalars and directives declared. */
  readonly schema: string;
  /** By field: `Query.notes`. */
  readonly routes: Readonly<Record<string, Route>>;
  readonly sources: Readonly<Record<string, Source>>;
  /** Bundled APPSYNC_JS, by field and by step. */
  readonly code: {
    readonly resolvers: Readonly<Record<string, string>>;
    readonly steps: Readonly<Record<string, string>>;
  };
  /** What resolvers see as `ctx.env`. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface ApiOptions {
  readonly parts: ApiParts;
  readonly evaluator: Evaluator;
  readonly tables: Tables;
  readonly functions: Functions;
  /** A source's `table` to the table's real name. */
  readonly tableNames: Readonly<Record<string, string>>;
  readonly userPool: UserPoolOptions;
  /** Who may sign. When given, IAM is one more authorization mode. */
  readonly iam?: Principals;
  /** API keys to the second when each expires. When given, they are one more authorization mode. */
  readonly apiKeys?: Readonly<Record<string, number>>;
  readonly limits: ApiLimits;
  /** 32 bytes that page tokens are sealed with; made at start when left out, so that tokens end with the process. */
  readonly pageTokenKey?: Buffer;
  /** Mounted at POST /v1/dataplane-evaluatecode. */
  readonly evaluateCode?: (body: Buffer) => Promise<PlainAnswer>;
  /** Told of each call that a source makes: of a table, of one of its indexes, or of a function. */
  readonly onCall?: OnSourceCall | undefined;
  /** Whose pages may connect over WebSocket; everybody's when left out, as on AWS. */
  readonly allowedOrigins?: readonly string[];
  readonly clock: Clock;
  /** The waiting of the real-time endpoint; the system's when left out. */
  readonly timers?: Timers;
  readonly log?: (line: string) => void;
}

export interface UserPoolOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly keys: () => JsonWebKeySet;
  readonly isRevoked?: (originJti: string) => boolean;
}

/** https://docs.aws.amazon.com/appsync/latest/devguide/configuration-limits.html; 0 means no limit. */
export interface ApiLimits {
  readonly queryDepth: number;
  readonly resolverCount: number;
  readonly introspection: boolean;
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}
