import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { crc32 } from 'node:zlib';
import { createListener } from '../../../../local/dynamodb/http/createListener';
import { listen } from '../../../../local/http/listen';
import { key, serveTables, TableName } from '../serveTables';

const signed = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=00',
};

const send = async (endpoint: string, { operation = 'PutItem', body = '{}', headers = {} }: SendOptions) => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { ...signed, 'x-amz-target': `DynamoDB_20120810.${operation}`, ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
};

interface SendOptions {
  readonly operation?: string;
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
}

const nested = (levels: number): string => '{"M":{"a":'.repeat(levels) + '{"S":"x"}' + '}}'.repeat(levels);
const item = (attribute: string) =>
  `{"TableName":"${TableName}","Item":{"UserId":{"S":"a"},"FileId":{"S":"b"},"X":${attribute}}}`;
const group = (levels: number) => `${'('.repeat(levels)}a = :a${')'.repeat(levels)}`;
const withCondition = (ConditionExpression: string) =>
  JSON.stringify({
    TableName,
    Item: key('a', 'b'),
    ConditionExpression,
    ExpressionAttributeValues: { ':a': { S: 'x' } },
  });

describe('the HTTP front', () => {
  it('answers with the request id and checksum that AWS sends', async () => {
    await using twin = await serveTables();

    const { status, headers, text } = await send(twin.endpoint, { operation: 'ListTables' });

    expect({ status, text }).toEqual({ status: 200, text: `{"TableNames":["${TableName}"]}` });
    expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9A-F]{40}$/);
    expect(headers.get('x-amz-crc32')).toBe(String(crc32(text)));
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['an array', '[]'],
    ['a number', '1'],
    ['bad UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ['a table that is a number', '{"TableName":1}'],
    ['a key that is a list', `{"TableName":"${TableName}","Item":[]}`],
    ['an attribute that is null', item('null')],
    ['an attribute that is a text', item('"x"')],
    ['an attribute without a type', item('{}')],
    ['an attribute of two types', item('{"S":"a","N":"1"}')],
    ['an attribute of an unknown type', item('{"Z":"a"}')],
    ['a list that holds null', item('{"L":[null]}')],
    ['a number that is none', item('{"N":"x"}')],
    ['a number of 39 digits', item(`{"N":"${'1'.repeat(39)}"}`)],
    ['an empty set', item('{"SS":[]}')],
    ['a set with a number in it', item('{"SS":[1]}')],
    ['bytes that are no base64', item('{"B":"!"}')],
    ['forty nested maps', item(nested(40))],
    ['a hundred thousand nested maps', item(nested(100_000))],
    ['a name that is __proto__', item('{"M":{"__proto__":{"S":"x"}}}')],
    ['an item above 400 KiB', item(`{"S":"${'x'.repeat(410 * 1024)}"}`)],
    ['an expression above 4 KiB', withCondition(`a = :a${' '.repeat(5000)}`)],
    ['thirty pairs of parentheses around a condition', withCondition(group(30))],
    ['an expression that is none', withCondition('(((')],
    ['an empty expression', withCondition('')],
    ['an empty table name', '{"TableName":"","Item":{}}'],
    ['a table name with a path', '{"TableName":"../../x","Item":{}}'],
  ])('refuses %s with 400 and a type, and stays up', async (_case, body) => {
    await using twin = await serveTables();

    const { status, text } = await send(twin.endpoint, { body });
    const next = await send(twin.endpoint, { operation: 'ListTables' });

    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ __type: expect.stringMatching(/#(Validation|Serialization)Exception$/) });
    expect(next.status).toBe(200);
    expect(twin.log).toEqual([]);
  });

  it.each(['ExecuteStatement', 'BatchExecuteStatement', 'ExecuteTransaction', 'UpdateTable', 'toString', '__proto__'])(
    'names %s as unsupported',
    async (operation) => {
      await using twin = await serveTables();

      const { status, text } = await send(twin.endpoint, { operation });

      expect(status).toBe(400);
      expect(JSON.parse(text)).toEqual({
        __type: 'com.amazon.coral.service#UnknownOperationException',
        message: `The twin does not support the operation "${operation}".`,
      });
    },
  );

  it.each([
    ['no signature', { authorization: '' }, 'MissingAuthenticationTokenException'],
    ['another kind of token', { authorization: 'Bearer x' }, 'MissingAuthenticationTokenException'],
    ['half a signature', { authorization: 'AWS4-HMAC-SHA256 Credential=x' }, 'IncompleteSignatureException'],
  ])('refuses a request with %s', async (_case, headers, type) => {
    await using twin = await serveTables();

    const { status, text } = await send(twin.endpoint, { operation: 'ListTables', headers });

    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ __type: `com.amazon.coral.service#${type}` });
  });

  it.each([
    ['target', { 'x-amz-target': 'Other.ListTables' }],
    ['content type', { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('says what a request with another %s lacks, not that its operation is unsupported', async (_case, headers) => {
    await using twin = await serveTables();

    const { status, text } = await send(twin.endpoint, { operation: 'ListTables', headers });

    expect(status).toBe(400);
    expect(JSON.parse(text)).toEqual({
      __type: 'com.amazon.coral.service#UnknownOperationException',
      message:
        'The twin takes POST requests with content-type application/x-amz-json-1.0 and an x-amz-target such as ' +
        'DynamoDB_20120810.GetItem.',
    });
  });

  it('refuses a body above 16 MiB', async () => {
    await using twin = await serveTables();

    const attempt = send(twin.endpoint, { body: Buffer.alloc(17 * 1024 * 1024, ' ') }).then(
      ({ status }) => status,
      () => 'cut off',
    );

    expect([413, 'cut off']).toContain(await attempt);
    expect((await send(twin.endpoint, { operation: 'ListTables' })).status).toBe(200);
  });

  it('lets no page of another origin read an answer', async () => {
    await using twin = await serveTables();

    const { headers } = await send(twin.endpoint, {
      operation: 'ListTables',
      headers: { origin: 'https://stranger.example' },
    });

    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('answers what nobody foresaw, and tells the log alone why', async () => {
    const lines: string[] = [];
    const dispatch = () => Promise.reject(new Error('unforeseen'));
    const listener = createListener(dispatch, { clock: () => 0, log: (line) => lines.push(line) });
    await using server = await listenHere(listener);

    const { status, text } = await send(server.endpoint, { operation: 'ListTables' });

    expect([status, text]).toEqual([500, expect.stringContaining('Internal server error')]);
    expect(text).not.toContain('unforeseen');
    expect(lines.join()).toContain('unforeseen');
  });
});

const listenHere = async (listener: RequestListener) => {
  const { port, close } = await listen(listener, { host: '127.0.0.1', port: 0 });
  return { endpoint: `http://127.0.0.1:${port}/`, [Symbol.asyncDispose]: close };
};
