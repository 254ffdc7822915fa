import type { Stream } from 'node:stream';
import type { JsonObject } from '../json';
import type { Range, Reader } from '../storage/storage';
import type { Table } from '../tables/table';

/** The callbacks of dynalite's code. */
export type Done = (error?: unknown, value?: unknown) => void;

/** What dynalite's actions ask of their database: the twin gives them one of its own. */
export interface Store {
  readonly options: { readonly maxItemSize: number; readonly createTableMs: number };
  readonly tableDb: SubStore & { readonly awsAccountId: string; readonly awsRegion: string };
  readonly getTable: (name: string, checkStatus: unknown, done?: Done) => void;
  readonly getItemDb: (table: string) => SubStore;
  readonly getIndexDb: (type: string, table: string, index: string) => SubStore;
}

export interface SubStore {
  readonly get: (key: string, done: Done) => void;
  readonly put: (key: string, value: unknown, done: Done) => void;
  readonly del: (key: string, done: Done) => void;
  /** Runs a section alone; `release` wraps the callback that ends it. */
  readonly lock: (key: string, section: (release: (done: Done) => Done) => void) => void;
  readonly createValueStream: (range: Range & { readonly limit?: number }) => Stream;
  /** The twin's own way to the same rows. */
  readonly openRows: (range: Range) => RowReader;
}

/** Reads entries whose rows are found out one by one. */
export interface RowReader extends Reader {
  /** The row of an entry; an entry without one is passed over. */
  readonly rowOf: (key: string, text: string) => JsonObject | undefined;
}

export type Action = (store: Store, input: JsonObject, done: Done) => void;

/** A type of an input in dynalite's notation: a name, or a name with rules and children. */
export type InputType = string | { readonly [rule: string]: unknown };
export type InputTypes = { readonly [member: string]: InputType };

/** Rules that types cannot say: answers with the message of a ValidationException. */
export type CustomRule = (input: JsonObject, store: Pick<Store, 'options'>) => string | null | undefined;

export interface Validation {
  readonly types: InputTypes;
  readonly custom?: CustomRule;
}

export interface Validations {
  /** Removes unknown members from the input, then copies what has the right type. Throws a Refusal. */
  readonly checkTypes: (input: JsonObject, types: InputTypes) => JsonObject;
  /** Throws a Refusal when a rule is broken; leaves parsed expressions in the input. */
  readonly checkValidations: (
    input: JsonObject,
    types: InputTypes,
    custom: CustomRule | undefined,
    store: Pick<Store, 'options'>,
  ) => void;
}

/** The pieces of dynalite's `db` module that the twin uses. Checks answer with a Refusal or nothing. */
export interface Rules {
  readonly validateKey: (key: unknown, table: Table) => unknown;
  readonly validateItem: (item: unknown, table: Table) => unknown;
  readonly createKey: (key: unknown, table: Table, keySchema?: Table['KeySchema']) => string;
  readonly checkConditional: (input: JsonObject, item: JsonObject | undefined) => unknown;
  readonly itemSize: (item: JsonObject, isStored?: boolean, isPaged?: boolean, sortKey?: string) => number;
  readonly capacityUnits: (item: JsonObject | undefined, isRead: boolean, isConsistent: boolean) => number;
  readonly matchesFilter: (item: JsonObject, filter: unknown, operator: unknown) => boolean;
  readonly matchesExprFilter: (item: JsonObject, expression: unknown) => boolean;
  readonly mapPaths: (paths: unknown, item: JsonObject) => JsonObject;
  /** Reads a page of a query or a scan, whose checks are done. */
  queryTable: (...page: PageArguments) => void;
}

export type PageArguments = readonly [
  store: Store,
  table: Table,
  input: JsonObject,
  range: Range & { readonly limit?: number },
  isLocal: boolean | undefined,
  fetchesItems: boolean,
  keyNames: readonly string[],
  done: Done,
];
