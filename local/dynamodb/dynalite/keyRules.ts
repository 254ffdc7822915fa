import rules from 'dynalite/db/index.js';
import { EmptyKey, InvalidRequest, type TableError } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';
import { isTable, type Index, type KeyElement, type Table } from '../tables/table';
import type { Action } from './store';

/** Tightens dynalite's rules for keys: they count characters instead of bytes, and do not limit keys of indexes. */
export const sharpenKeyRules = (): void => {
  const { validateKey, validateItem, updateIndexes } = rules;
  rules.validateKey = (key, table) =>
    emptyKey(key, table.KeySchema) ?? validateKey(key, table) ?? longKey(key, table.KeySchema);
  rules.validateItem = (item, table) =>
    emptyKey(item, table.KeySchema) ??
    validateItem(item, table) ??
    longKey(item, table.KeySchema) ??
    unfitIndexKey(item, table, putWords);
  rules.updateIndexes = (...change) => {
    const [, table, before, after, done] = change;
    const refusal = unfitIndexKey(after, table, updateWords, before);
    if (refusal === undefined) updateIndexes(...change);
    else done(refusal);
  };
};

/** Applies the same rules to the conditions of a Query: dynalite finds nothing where DynamoDB refuses the request. */
export const withKeyRules =
  (query: Action): Action =>
  (store, input, done) => {
    store.getTable(String(input['TableName']), true, (_error, table) => {
      const refusal = isTable(table) ? unfitCondition(input, table) : undefined;
      if (refusal === undefined) query(store, input, done);
      else done(refusal);
    });
  };

const unfitCondition = ({ IndexName, KeyConditions }: JsonObject, table: Table): TableError | undefined => {
  const schema =
    IndexName === undefined
      ? table.KeySchema
      : indexesOf(table).find((index) => index.IndexName === IndexName)?.KeySchema;
  if (schema === undefined || !isJsonObject(KeyConditions)) return undefined;
  const operands = Object.entries(KeyConditions).flatMap(([name, condition]) => {
    const values = isJsonObject(condition) ? condition['AttributeValueList'] : undefined;
    return Array.isArray(values) ? values.map((value: unknown) => ({ [name]: value })) : [];
  });
  return firstOf(operands, (operand) => emptyKey(operand, schema) ?? longKey(operand, schema));
};

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys */
const maxBytes = ({ KeyType }: KeyElement): number => (KeyType === 'HASH' ? 2048 : 1024);

const notValid = 'One or more parameter values are not valid.';
const noEmpty = (type: string) =>
  `The AttributeValue for a key attribute cannot contain an empty ${type === 'B' ? 'binary' : 'string'} value.`;

const emptyKey = (values: unknown, schema: Table['KeySchema']): TableError | undefined =>
  firstOf(schema, ({ AttributeName: name }) => {
    const key = keyOf(values, name);
    return key?.bytes === 0 ? new EmptyKey(`${notValid} ${noEmpty(key.type)} Key: ${name}`) : undefined;
  });

const longKey = (values: unknown, schema: Table['KeySchema']): TableError | undefined =>
  firstOf(schema, (element) => {
    const key = keyOf(values, element.AttributeName);
    if (key === undefined || key.bytes <= maxBytes(element)) return undefined;
    return new InvalidRequest(
      element.KeyType === 'HASH'
        ? 'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes'
        : 'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
    );
  });

/** DynamoDB's messages about an unfit key of an index. */
interface Words {
  readonly empty: (type: string, place: { readonly name: string; readonly index: string }) => string;
  readonly long: (place: { readonly name: string; readonly index: string }, bytes: number, most: number) => string;
}

const putWords: Words = {
  empty: (type, { name, index }) =>
    `${notValid} A value specified for a secondary index key is not supported. ${noEmpty(type)} ` +
    `IndexName: ${index}, IndexKey: ${name}`,
  long: ({ name, index }, bytes, most) =>
    `One or more parameter values were invalid: Size limit exceeded for Index Key ${name} ` +
    `Actual Size: ${bytes} bytes Max Size: ${most} bytes IndexName: ${index}`,
};

const updateWords: Words = {
  empty: (type) =>
    `${notValid} The update expression attempted to update a secondary index key to a value that is not supported. ` +
    noEmpty(type),
  long: () => 'The update expression attempted to update the secondary index key beyond allowed size limits',
};

/** The error for an empty or too long index key; a key that an update leaves as it was `before` is accepted. */
const unfitIndexKey = (values: unknown, table: Table, words: Words, before?: unknown): TableError | undefined =>
  firstOf(indexesOf(table), ({ IndexName: index, KeySchema }) =>
    firstOf(KeySchema, (element) => {
      const place = { name: element.AttributeName, index };
      const key = keyOf(values, place.name);
      const most = maxBytes(element);
      if (key === undefined || (key.bytes > 0 && key.bytes <= most)) return undefined;
      if (keyOf(before, place.name)?.value === key.value) return undefined;
      return key.bytes === 0
        ? new EmptyKey(words.empty(key.type, place))
        : new InvalidRequest(words.long(place, key.bytes, most));
    }),
  );

/** A table's indexes, sorted by name: DynamoDB checks them in that order. */
const indexesOf = ({ LocalSecondaryIndexes = [], GlobalSecondaryIndexes = [] }: Table): Index[] =>
  [...LocalSecondaryIndexes, ...GlobalSecondaryIndexes].sort((one, other) =>
    one.IndexName < other.IndexName ? -1 : 1,
  );

interface Key {
  readonly type: string;
  readonly value: string;
  readonly bytes: number;
}

/** The string or binary value of a key attribute; undefined for a number, whose size no rule limits. */
const keyOf = (values: unknown, name: string): Key | undefined => {
  const attribute = isJsonObject(values) ? values[name] : undefined;
  if (!isJsonObject(attribute)) return undefined;
  const { S: text, B: binary } = attribute;
  if (typeof text === 'string') return { type: 'S', value: text, bytes: Buffer.byteLength(text) };
  if (typeof binary !== 'string') return undefined;
  return { type: 'B', value: binary, bytes: Buffer.byteLength(binary, 'base64') };
};

const firstOf = <Member, Found>(members: readonly Member[], find: (member: Member) => Found | undefined) => {
  for (const member of members) {
    const found = find(member);
    if (found !== undefined) return found;
  }
  return undefined;
};
