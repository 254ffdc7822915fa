import type { environment } from '../config/environment';
import type { TableId } from '../config/table';
import type { Mutation, Query, Subscription, UserFile } from '../schema/generated/types';

// What the manifest is made of: sources, routes, background functions and what each may do.

/** A value both worlds set: from `config/environment.ts`, or known when the storage or the API is made. */
export type EnvironmentName = keyof typeof environment | 'BUCKET_NAME' | 'GRAPHQL_URL' | 'SESSION_ROLE_ARN';

/** What a role is granted, by what it is granted on. The twin refuses the rest as AWS does. */
export type Grants = {
  readonly [Table in TableId]?: readonly `dynamodb:${string}`[];
} & {
  /** On the bucket of the bytes, of all people. */
  readonly bucket?: readonly `s3:${string}`[];
  /** On the bytes of the one person who is served, in a session of theirs: the role itself has nothing of it. */
  readonly ownersBytes?: readonly `s3:${string}`[];
  /** Fields of the API, called as IAM. */
  readonly fields?: readonly RootField[];
};

/** An AppSync data source. */
export type Source = DynamoDbSource | LambdaSource | NoneSource;

export interface DynamoDbSource {
  readonly kind: 'dynamodb';
  /** The table that a request means when it names none. */
  readonly table: TableId;
  readonly may: Grants;
}

/** A Lambda of the source's own name: `functions/<name>/handler.ts`. */
export interface LambdaSource {
  readonly kind: 'lambda';
  readonly environment: readonly EnvironmentName[];
  readonly may: Grants;
}

export interface NoneSource {
  readonly kind: 'none';
}

/** A Lambda that no field calls: `functions/<name>/handler.ts`. */
export interface BackgroundFunction {
  readonly trigger: Trigger;
  readonly environment: readonly EnvironmentName[];
  readonly may: Grants;
}

/** Each change of a row of a table, the clock, or what a scan of the bytes for malware found. */
export type Trigger =
  { readonly stream: TableId } | { readonly everyHours: number } | { readonly scan: 'THREATS_FOUND' };

/** A field's resolver is `resolvers/<Type>.<field>.ts`; a step is `resolvers/steps/<name>.ts`. */
export type Route<Id extends string = string> = UnitRoute<Id> | PipelineRoute<Id>;

export interface UnitRoute<Id extends string = string> {
  readonly source: Id;
}

export interface PipelineRoute<Id extends string = string> {
  readonly steps: readonly (readonly [step: string, source: Id])[];
}

export type RootField =
  FieldsOf<'Query', Query> | FieldsOf<'Mutation', Mutation> | FieldsOf<'Subscription', Subscription>;
export type NestedField = FieldsOf<'UserFile', UserFile>;

type FieldsOf<Name extends string, Type> = `${Name}.${Extract<keyof Type, string>}`;
