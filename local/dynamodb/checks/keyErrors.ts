import { EmptyKey, InvalidRequest, type TableError } from '../errors';
import { isJsonObject } from '../../json';
import type { Index, KeyElement, Table } from '../tables/table';
import { firstOf } from './firstOf';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys */
const maxBytes = ({ KeyType }: KeyElement): number => (KeyType === 'HASH' ? 2048 : 1024);

const notValid = 'One or more parameter values are not valid.';
const noEmpty = (type: string) =>
  `The AttributeValue for a key attribute cannot contain an empty ${type === 'B' ? 'binary' : 'string'} value.`;

/** The error for an empty value of one of a table's or index's keys. */
export const emptyKey = (values: unknown, schema: Table['KeySchema']): TableError | undefined =>
  firstOf(schema, ({ AttributeName: name }) => {
    const key = keyOf(values, name);
    return key?.bytes === 0 ? new EmptyKey(`${notValid} ${noEmpty(key.type)} Key: ${name}`) : undefined;
  });

/** The error for a value of one of these keys above DynamoDB's limit. */
export const longKey = (values: unknown, schema: Table['KeySchema']): TableError | undefined =>
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

/** About an item that is put. */
export const putWords: Words = {
  empty: (type, { name, index }) =>
    `${notValid} A value specified for a secondary index key is not supported. ${noEmpty(type)} ` +
    `IndexName: ${index}, IndexKey: ${name}`,
  long: ({ name, index }, bytes, most) =>
    `One or more parameter values were invalid: Size limit exceeded for Index Key ${name} ` +
    `Actual Size: ${bytes} bytes Max Size: ${most} bytes IndexName: ${index}`,
};

/** About an item as an update would leave it. */
export const updateWords: Words = {
  empty: (type) =>
    `${notValid} The update expression attempted to update a secondary index key to a value that is not supported. ` +
    noEmpty(type),
  long: () => 'The update expression attempted to update the secondary index key beyond allowed size limits',
};

/** The error for an empty or too long index key; a key that an update leaves as it was `before` is accepted. */
export const unfitIndexKey = (values: unknown, table: Table, words: Words, before?: unknown): TableError | undefined =>
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
export const indexesOf = ({ LocalSecondaryIndexes = [], GlobalSecondaryIndexes = [] }: Table): Index[] =>
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
