import type { JsonObject } from '../../json';
import type { Entry, Range, Reader } from '../storage/storage';
import type { Table } from '../tables/table';

/** A callback in dynalite's convention. */
export type Done = (error?: unknown, value?: unknown) => void;

/** The database interface that dynalite's actions expect; `createStore` implements it. */
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
  /** Runs a section under a lock; `release` wraps the callback that ends it. */
  readonly lock: (key: string, section: (release: (done: Done) => Done) => void) => void;
  /** Reads rows without a stream; the twin's own addition. */
  readonly openRows: (range: Range) => RowReader;
}

/** Reads entries, whose rows are looked up one by one. */
export interface RowReader extends Reader {
  /** The row of an entry; an entry without one is skipped. */
  readonly rowOf: (entry: Entry) => JsonObject | undefined;
}

export type Action = (store: Store, input: JsonObject, done: Done) => void;

/** The type of an input member in dynalite's notation: a name, or an object with rules and children. */
export type InputType = string | { readonly [rule: string]: unknown };
export type InputTypes = { readonly [member: string]: InputType };

/** Checks what types cannot express; returns the message of a ValidationException. */
export type CustomRule = (input: JsonObject, store: Pick<Store, 'options'>) => string | null | undefined;

/** `enveloped`: after a count of errors. */
export type Wording = 'bare' | 'enveloped';

export interface Validation {
  readonly types: InputTypes;
  readonly custom?: CustomRule;
  /** How DynamoDB words the refusals of `custom` nowadays, if not as dynalite does. */
  readonly wording?: Wording;
}

export interface Validations {
  /** Removes unknown members from the input, then copies it, checking types. Throws dynalite's errors (`errorOf`). */
  readonly checkTypes: (input: JsonObject, types: InputTypes) => JsonObject;
  /** Throws one of these errors if a rule is broken; adds the parsed expressions to the input. */
  readonly checkValidations: (
    input: JsonObject,
    types: InputTypes,
    custom: CustomRule | undefined,
    store: Pick<Store, 'options'>,
  ) => void;
}

/** The members of dynalite's `db` module that the twin uses. Checks return one of dynalite's errors, or nothing. */
export interface Rules {
  validateKey: (key: unknown, table: Table) => unknown;
  validateItem: (item: unknown, table: Table) => unknown;
  readonly createKey: (key: unknown, table: Table, keySchema?: Table['KeySchema']) => string;
  checkConditional: (input: JsonObject, item: JsonObject | undefined) => unknown;
  itemSize: (item: JsonObject, isStored?: boolean, isPaged?: boolean, sortKey?: string) => number;
  capacityUnits: (item: JsonObject | undefined, isRead: boolean, isConsistent: boolean) => number;
  /** The ConsumedCapacity of a read or write of one item, if the input asks for it. */
  addConsumedCapacity: (input: JsonObject, isRead: boolean, item?: JsonObject, before?: JsonObject) => unknown;
  readonly matchesFilter: (item: JsonObject, filter: unknown, operator: unknown) => boolean;
  matchesExprFilter: (item: JsonObject, expression: unknown) => boolean;
  /** The attribute at a path: names and list indexes. */
  readonly mapPath: (path: unknown, item: JsonObject) => unknown;
  readonly mapPaths: (paths: unknown, item: JsonObject) => JsonObject;
  /** Writes the index entries for a change of a row. */
  updateIndexes: (...change: ChangeArguments) => void;
  /** Reads a page of a Query or Scan whose input is already checked. */
  queryTable: (...page: PageArguments) => void;
}

export type ChangeArguments = readonly [store: Store, table: Table, before: unknown, after: unknown, done: Done];

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
