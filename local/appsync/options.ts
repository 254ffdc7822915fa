import type { Route, Source } from '../../resolvers/wiringTypes';
import type { Clock } from '../clock';
import type { Principals } from '../signatures/principal';
import type { JsonWebKeySet } from './auth/jsonWebKeys';
import type { Evaluator, Functions, OnSourceCall, Tables } from './ports';
import type { Timers } from './realtime/timers';

/** The parts of an API that a reload replaces as a whole. */
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
  /** Maps a source's `table` to the table's real name. */
  readonly tableNames: Readonly<Record<string, string>>;
  readonly userPool: UserPoolOptions;
  /** The principals that may sign requests. If given, IAM is an additional authorization mode. */
  readonly iam?: Principals;
  /** Maps each API key to its expiry, in seconds since 1970. If given, keys are an additional authorization mode. */
  readonly apiKeys?: Readonly<Record<string, number>>;
  readonly limits: ApiLimits;
  /** The 32-byte key that seals page tokens; if absent, generated at start, so tokens do not outlive the process. */
  readonly pageTokenKey?: Buffer;
  /** Serves POST /v1/dataplane-evaluatecode; if absent, the path does not exist. */
  readonly evaluateCode?: (body: Buffer) => Promise<PlainAnswer>;
  /** Called for each call that a source makes: to a table, to one of its indexes, or to a function. */
  readonly onCall?: OnSourceCall;
  /** The origins whose pages may connect over WebSocket; any origin if absent, as on AWS. */
  readonly allowedOrigins?: readonly string[];
  readonly clock: Clock;
  /** The timers of the real-time endpoint; the system's if absent. */
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

/** An HTTP response that is no GraphQL. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
