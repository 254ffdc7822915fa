import type { TableError } from '../errors';

/** Exceptions that are not of DynamoDB's own name space. */
const namespaces: Readonly<Record<string, string>> = {
  ValidationException: 'com.amazon.coral.validate',
  SerializationException: 'com.amazon.coral.service',
  UnknownOperationException: 'com.amazon.coral.service',
  MissingAuthenticationTokenException: 'com.amazon.coral.service',
  IncompleteSignatureException: 'com.amazon.coral.service',
  InvalidSignatureException: 'com.amazon.coral.service',
  UnrecognizedClientException: 'com.amazon.coral.service',
  AccessDeniedException: 'com.amazon.coral.service',
};

/** Exceptions whose text is in `Message`, with a capital letter. // DynamoDB's spelling */
const capitalised = new Set([
  'TransactionCanceledException',
  'IdempotentParameterMismatchException',
  'SerializationException',
  'AccessDeniedException',
]);

/** An exception as DynamoDB's JSON has it. */
export const bodyOf = ({ name, message, details }: TableError): string =>
  JSON.stringify({
    __type: `${namespaces[name] ?? 'com.amazonaws.dynamodb.v20120810'}#${name}`,
    ...details,
    [capitalised.has(name) ? 'Message' : 'message']: message,
  });
