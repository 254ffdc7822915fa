import type { IncomingMessage } from 'node:http';
import { NoOperation } from '../errors';

const jsonTypes = ['application/x-amz-json-1.0', 'application/json'];

/**
 * The operation that a request names: `GetItem`, or `DynamoDBStreams.GetRecords`. Throws NoOperation unless it is a
 * POST of JSON with a DynamoDB target.
 */
export const operationOf = (request: IncomingMessage): string => {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  const target = String(request.headers['x-amz-target'] ?? '');
  const [, family = '', name] = /^(DynamoDB|DynamoDBStreams)_20120810\.(\w{1,64})$/.exec(target) ?? [];
  if (name === undefined || request.method !== 'POST' || !jsonTypes.includes(type)) {
    throw new NoOperation();
  }
  return family === 'DynamoDB' ? name : `${family}.${name}`;
};
