import { InvalidParameter } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';
import { faultOf, type Wire } from './wire';

/**
 * The JSON protocol: POST with the operation in `x-amz-target`, JSON in and out.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html
 */
export const jsonWire: Wire = {
  contentType: 'application/x-amz-json-1.0',
  read: ({ method, headers }, body) => {
    const [, name = ''] = /^AmazonSQS\.(\w{1,64})$/.exec(String(headers['x-amz-target'])) ?? [];
    return { name: method === 'POST' ? name : '', input: parse(body) };
  },
  write: (_, output) => JSON.stringify(output),
  refuse: (error) => ({
    status: error.statusCode,
    headers: { 'x-amzn-query-error': `${error.queryCode};${faultOf(error)}` },
    body: JSON.stringify({ __type: `com.amazonaws.sqs#${error.name}`, message: error.message }),
  }),
};

const parse = (text: string): JsonObject => {
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch {
    // falls through: not JSON, and JSON that is no object, get the same error
  }
  throw new InvalidParameter('The request body is not a JSON object.');
};
