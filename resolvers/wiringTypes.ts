import type { environment } from '../config/environment';
import type { TableId } from '../config/table';
import type { Mutation, Query, Subscription, UserFile } from '../schema/generated/types';

// The types of the manifest: sources, routes, background functions, and what each may do.

/** A variable that both cloud and twin set: from `config/environment.ts`, or known once storage or API is created. */
export type EnvironmentName = keyof typeof environment | 'BUCKET_NAME' | 'GRAPHQL_URL' | 'SESSION_ROLE_ARN';

/** The actions a role is granted, by resource. The twin, like AWS, refuses everything else. */
export type Grants = {
  readonly [Table in TableId]?: readonly `dynamodb:${string}`[];
} & {
  /** On the whole bucket, so on everyone's bytes. */
  readonly bucket?: readonly `s3:${string}`[];
  /** On the caller's bytes only, through a session role scoped to the caller: the function's own role has no access. */
  readonly ownersBytes?: readonly `s3:${string}`[];
  /** Fields of the API, called as IAM. */
  readonly fields?: readonly RootField[];
};

/** An AppSync data source. */
export type Source = DynamoDbSource | LambdaSource | NoneSource;

export interface DynamoDbSource {
  readonly kind: 'dynamodb';
  /** The table for requests that name none. */
  readonly table: TableId;
  readonly may: Grants;
}

/** A Lambda named like the source: `functions/<name>/handler.ts`. */
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

/** A table's stream, a schedule, or a malware scan's result. */
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
