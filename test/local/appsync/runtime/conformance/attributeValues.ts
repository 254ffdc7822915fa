import type { Row } from './row';

/** `util.dynamodb` and the `dynamodb` module's set helpers. */
export const attributeValues: readonly Row[] = [
  ['util.dynamodb.toDynamoDB("test")', { S: 'test' }, 'recorded'],
  ['util.dynamodb.toDynamoDB(12345)', { N: 12345 }, 'recorded'],
  ['util.dynamodb.toDynamoDB(true)', { BOOL: true }, 'recorded'],
  ['util.dynamodb.toDynamoDB(null)', { NULL: null }, 'recorded'],
  ['util.dynamodb.toDynamoDB([])', { L: [] }, 'inferred'],
  ['util.dynamodb.toDynamoDB({})', { M: {} }, 'inferred'],
  [
    'util.dynamodb.toDynamoDB({ a: { b: [null, { c: "" }] } })',
    { M: { a: { M: { b: { L: [{ NULL: null }, { M: { c: { S: '' } } }] } } } } },
    'inferred',
  ],
  ['util.dynamodb.toDynamoDB("\\ud83d\\ude00")', { S: '😀' }, 'inferred'],
  ['util.dynamodb.toDynamoDB(9007199254740993)', { N: 9007199254740992 }, 'inferred'],
  ['util.dynamodb.toString("test")', { S: 'test' }, 'recorded'],
  ['util.dynamodb.toString(null)', null, 'documented'],
  ['util.dynamodb.toStringSet(["foo", "bar", "baz"])', { SS: ['foo', 'bar', 'baz'] }, 'recorded'],
  ['util.dynamodb.toStringSet([])', { SS: [] }, 'inferred'],
  ['util.dynamodb.toNumber(12345)', { N: 12345 }, 'recorded'],
  ['util.dynamodb.toNumberSet([1, 23, 4.56])', { NS: [1, 23, 4.56] }, 'recorded'],
  ['util.dynamodb.toBinary("foo")', { B: 'foo' }, 'recorded'],
  ['util.dynamodb.toBinarySet(["foo", "bar", "baz"])', { BS: ['foo', 'bar', 'baz'] }, 'recorded'],
  ['util.dynamodb.toBoolean(true)', { BOOL: true }, 'recorded'],
  ['util.dynamodb.toNull()', { NULL: null }, 'recorded'],
  [
    'util.dynamodb.toList(["foo", 123, { bar: "baz" }])',
    { L: [{ S: 'foo' }, { N: 123 }, { M: { bar: { S: 'baz' } } }] },
    'recorded',
  ],
  [
    'util.dynamodb.toMap({ foo: "bar", baz: 1234, beep: ["boop"] })',
    { M: { foo: { S: 'bar' }, baz: { N: 1234 }, beep: { L: [{ S: 'boop' }] } } },
    'recorded',
  ],
  ['util.dynamodb.toMapValues({ foo: "bar", baz: 1234 })', { foo: { S: 'bar' }, baz: { N: 1234 } }, 'recorded'],
  ['util.dynamodb.toMapValues({ a: undefined, b: 1 })', { b: { N: 1 } }, 'inferred'],
  [
    'util.dynamodb.toS3Object("foo", "bar", "baz")',
    { S: '{"s3":{"key":"foo","bucket":"bar","region":"baz"}}' },
    'recorded',
  ],
  [
    'util.dynamodb.toS3Object("foo", "bar", "baz", "beep")',
    { S: '{"s3":{"key":"foo","bucket":"bar","region":"baz","version":"beep"}}' },
    'recorded',
  ],
  [
    'util.dynamodb.fromS3ObjectJson(\'{"s3":{"key":"a","bucket":"b","region":"c"}}\')',
    { key: 'a', bucket: 'b', region: 'c' },
    'recorded',
  ],
  [
    'util.dynamodb.fromS3ObjectJson(util.dynamodb.toS3Object("a", "b", "c"))',
    { key: 'a', bucket: 'b', region: 'c' },
    'documented',
  ],
  ['ddb.toStringSet(["a"])', { SS: ['a'] }, 'documented'],
  ['ddb.toNumberSet([1, 2])', { NS: [1, 2] }, 'recorded'],
  ['ddb.toBinarySet(["SGVsbG8="])', { BS: ['SGVsbG8='] }, 'documented'],
];
