import { randomBytes } from 'node:crypto';
import { FieldFailure } from '../../errors';
import type { TableError } from '../../ports';

/** A refusal by DynamoDB, or by the source's access to it; the response handler sees it as `ctx.error`. */
export class Refused extends Error {
  override readonly name: string = 'Refused';

  constructor(
    readonly type: string,
    message: string,
    /** `ctx.result` beside the error. */
    readonly result: unknown = null,
  ) {
    super(message);
  }
}

/** A `nextToken` that did not come from this query. The words are AppSync's. */
export class InvalidPageToken extends Refused {
  override readonly name = 'InvalidPageToken';

  constructor() {
    super(
      'DynamoDB:UserIllegalArgumentException',
      'com.amazonaws.deepdish.common.pagination.InvalidPaginationTokenException: Invalid pagination token given.',
    );
  }
}

/** The source's role is not granted the action; the message says what to add where. */
export class AccessDenied extends Refused {
  override readonly name = 'AccessDenied';

  constructor({ source, action, table }: { readonly source: string; readonly action: string; readonly table: string }) {
    super(
      'DynamoDB:DynamoDbException',
      inServiceWords(
        `User: ${source} is not authorized to perform: ${action} on resource: table/${table} because no identity-based ` +
          `policy allows the ${action} action; add '${action}' for it to sources.${source}.may in resolvers/manifest.ts`,
        400,
      ),
    );
  }
}

/** The request that a handler returned is not valid for its operation; it is never sent. */
export const malformed = (message: string): FieldFailure => new FieldFailure(message, { type: 'MappingTemplate' });

/** The exceptions that AppSync's DynamoDB client knows by name; all others are a DynamoDbException. */
const named = new Set([
  'ConditionalCheckFailedException',
  'IdempotentParameterMismatchException',
  'InternalServerError',
  'ItemCollectionSizeLimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ResourceNotFoundException',
  'TransactionCanceledException',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

/** DynamoDB's exception as a resolver sees it. */
export const refusalOf = ({ name, message, statusCode }: TableError, result: unknown = null): Refused =>
  new Refused(`DynamoDB:${named.has(name) ? name : 'DynamoDbException'}`, inServiceWords(message, statusCode), result);

/** Whether the error is a refusal by DynamoDB, as opposed to any other failure of the call. */
export const isTableError = (error: unknown): error is TableError =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && 'details' in error;

const inServiceWords = (message: string, statusCode: number): string =>
  `${message} (Service: DynamoDb, Status Code: ${statusCode}, Request ID: ${randomBytes(26).toString('hex').toUpperCase()})`;
