import type { TableError } from '../errors';

/** Exceptions outside DynamoDB's own namespace. */
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

/** Exceptions whose text is in `Message`, capitalized as DynamoDB does. */
const capitalised = new Set([
  'TransactionCanceledException',
  'IdempotentParameterMismatchException',
  'SerializationException',
  'AccessDeniedException',
]);

/** An exception as DynamoDB's JSON body. */
export const bodyOf = ({ name, message, details }: TableError): string =>
  JSON.stringify({
    __type: `${namespaces[name] ?? 'com.amazonaws.dynamodb.v20120810'}#${name}`,
    ...details,
    [capitalised.has(name) ? 'Message' : 'message']: message,
  });
