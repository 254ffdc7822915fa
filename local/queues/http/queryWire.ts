import { element, xmlDocument, type Element } from '../../xml';
import { isJsonObject, type JsonObject } from '../../json';
import { faultOf, type Wire } from './wire';

/**
 * The query protocol: a form in, XML out. SDKs from before the end of 2023 use it, and so does Debian's AWS CLI 2.9. A
 * request without `QueueUrl` addresses the queue in its path.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-xml.html
 */
export const queryWire: Wire = {
  contentType: 'text/xml',
  read: ({ url = '/', method }, body) => {
    const { pathname, searchParams } = new URL(url, 'http://twin');
    const form = new URLSearchParams(method === 'POST' ? body : '');
    const { Action: name, ...input } = inputOf([['QueueUrl', pathname], ...searchParams, ...form]);
    return { name: typeof name === 'string' ? name : '', input };
  },
  write: ({ name }, output, requestId) =>
    textOf(
      element(`${name}Response`, [
        withoutResult.has(name) ? undefined : element(`${name}Result`, elementsOf(output)),
        element('ResponseMetadata', [element('RequestId', requestId)]),
      ]),
    ),
  refuse: (error, requestId) => ({
    status: error.statusCode,
    body: textOf(
      element('ErrorResponse', [
        element('Error', [
          element('Type', faultOf(error)),
          element('Code', error.queryCode),
          element('Message', error.queryMessage),
          element('Detail', ''),
        ]),
        element('RequestId', requestId),
      ]),
    ),
  }),
};

const withoutResult: ReadonlySet<string> = new Set(['ChangeMessageVisibility', 'DeleteMessage', 'PurgeQueue']);

const numbers: ReadonlySet<string> = new Set([
  'DelaySeconds',
  'MaxNumberOfMessages',
  'VisibilityTimeout',
  'WaitTimeSeconds',
]);

/** The input as the JSON protocol has it: `AttributeName.1`, `AttributeName.2` … become `AttributeNames`. */
const inputOf = (parameters: readonly (readonly [name: string, value: string])[]): JsonObject => {
  const input = new Map<string, unknown>();
  for (const [name, value] of parameters) {
    const plural = name.replace(/^(\w+)\.\d+(?:\..*)?$/, '$1s');
    const items = input.get(plural);
    if (plural === name) input.set(name, numbers.has(name) && /^\d{1,9}$/.test(value) ? Number(value) : value);
    else if (Array.isArray(items)) items.push(value);
    else input.set(plural, [value]);
  }
  return Object.fromEntries(input);
};

/** Flattens lists and maps: one `Message` per item of `Messages`, one `Attribute` (name and value) per attribute. */
const elementsOf = (output: JsonObject): Element[] =>
  Object.entries(output).flatMap(([name, value]) => {
    const singular = name.slice(0, -1);
    if (Array.isArray(value)) return value.filter(isJsonObject).map((item) => element(singular, elementsOf(item)));
    if (!isJsonObject(value)) return [element(name, String(value))];
    return Object.entries(value).map(([key, text]) =>
      element(singular, [element('Name', key), element('Value', String(text))]),
    );
  });

const textOf = (document: Element): string => xmlDocument(document, 'http://queue.amazonaws.com/doc/2012-11-05/');
