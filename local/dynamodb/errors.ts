import type { JsonObject } from '../json';

/**
 * A DynamoDB exception, with its name and message as DynamoDB words them.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
export class TableError extends Error {
  constructor(
    /** `ConditionalCheckFailedException` */
    override readonly name: string,
    message: string,
    readonly statusCode: number = 400,
    /** Members of the exception besides its message: `Item`, `CancellationReasons`. */
    readonly details: JsonObject = {},
  ) {
    super(message);
  }
}

/** The request breaks one of DynamoDB's rules. */
export class InvalidRequest extends TableError {
  constructor(message: string) {
    super('ValidationException', message);
  }
}

/** A key is empty. A transaction with such a key is refused as a whole, before its actions are evaluated. */
export class EmptyKey extends InvalidRequest {}

/** An item, or a value in an expression, nests deeper than 32 levels. */
export class TooDeep extends InvalidRequest {
  constructor() {
    super(
      'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
    );
  }
}

/** An attribute has a name that JavaScript objects cannot hold. */
export class UnfitName extends InvalidRequest {
  constructor() {
    super('The twin cannot hold an attribute with the name __proto__.');
  }
}

/** The request cannot be read at all. */
export class UnreadableRequest extends TableError {
  constructor(message = 'The request could not be read as a JSON object of this operation.') {
    super('SerializationException', message);
  }
}

/** The twin does not implement the operation, or DynamoDB has none of that name. */
export class UnsupportedOperation extends TableError {
  constructor(operation: string) {
    super('UnknownOperationException', `The twin does not support the operation "${operation}".`);
  }
}

/** The request names no operation in the way of DynamoDB's clients; DynamoDB says no more than the exception's name. */
export class NoOperation extends TableError {
  constructor() {
    super(
      'UnknownOperationException',
      'The twin takes POST requests with content-type application/x-amz-json-1.0 and an x-amz-target such as ' +
        'DynamoDB_20120810.GetItem.',
    );
  }
}

/** The condition of a write does not hold. */
export class ConditionFailed extends TableError {
  constructor() {
    super('ConditionalCheckFailedException', 'The conditional request failed');
  }
}

/** The table does not exist. DynamoDB names it in answers about tables, not in those about rows. */
export class TableNotFound extends TableError {
  constructor(tableName?: string) {
    const table = tableName === undefined ? '' : `: Table: ${tableName} not found`;
    super('ResourceNotFoundException', `Requested resource not found${table}`);
  }
}

/** The table does not exist, in the words of the operations on backups. */
export class BackupsTableNotFound extends TableError {
  constructor(tableName: string) {
    super('TableNotFoundException', `Table not found: ${tableName}`);
  }
}

/** The twin's own failure. The cause is in the log, not in the response. */
export class InternalFailure extends TableError {
  constructor(options?: ErrorOptions) {
    super('InternalServerError', 'Internal server error', 500);
    this.cause = options?.cause;
  }
}

/** Another process has the data folder open. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';

  constructor(readonly pid: number | undefined) {
    const owner = pid === undefined ? '' : ` (pid ${pid})`;
    super(`Another twin uses this data folder${owner}. Stop it or choose another with --data DIR.`);
  }
}

/** The data folder cannot be created, read or written. */
export class DirectoryUnusable extends Error {
  override readonly name = 'DirectoryUnusable';

  constructor(directory: string, reason: string, options?: ErrorOptions) {
    super(
      `The data folder ${directory} cannot be used (${reason}). Mend it or choose another with --data DIR.`,
      options,
    );
  }
}

/** The files in the data folder are damaged. They are left unchanged. */
export class DirectoryDamaged extends Error {
  override readonly name = 'DirectoryDamaged';

  constructor(directory: string, reason: string, options?: ErrorOptions) {
    super(
      `The tables in ${directory} are damaged (${reason}). Nothing was changed: restore the folder from a copy, ` +
        'choose another with --data DIR, or start afresh with --reset.',
      options,
    );
  }
}

/** The keys or indexes of a table on disk differ from its description. */
export class TableMismatch extends Error {
  override readonly name = 'TableMismatch';

  constructor(tableName: string, difference: string) {
    super(
      `The stored table ${tableName} has other ${difference} than config/table.ts describes. DynamoDB cannot change ` +
        'them either: start afresh with --reset, or keep the data and choose another folder with --data DIR.',
    );
  }
}
