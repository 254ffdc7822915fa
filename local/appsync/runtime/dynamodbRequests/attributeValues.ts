import { Misuse } from '../errors';
import { parseJsonOrNothing, toJson } from '../json';
import { defined, isObject, type Members } from '../values';

/** DynamoDB's form of a value: `{S: 'text'}`. As in AppSync, N holds a number and NULL holds null. */
export type AttributeValue = Members;

/** Converts values; an object for which `isAsIs` is true is already a DynamoDB value and left as it is. */
const createConverter = (isAsIs: (value: Members) => boolean) => {
  const toValue = (value: unknown): AttributeValue => {
    if (typeof value === 'string') return { S: value };
    if (typeof value === 'number') return { N: value };
    if (typeof value === 'boolean') return { BOOL: value };
    if (Array.isArray(value)) return { L: value.map(toValue) };
    if (isObject(value)) return isAsIs(value) ? value : { M: toMembers(value) };
    if (value === null || value === undefined) return { NULL: null };
    throw new Misuse(`A ${typeof value} has no DynamoDB type.`);
  };
  const toMembers = (value: Members): Record<string, AttributeValue> =>
    Object.fromEntries(Object.entries(defined(value)).map(([name, member]) => [name, toValue(member)]));
  return { toValue, toMembers };
};

/** The DynamoDB form of any value: arrays become lists, never sets; undefined members are left out. */
export const { toValue: toAttributeValue, toMembers: toAttributeMap } = createConverter(() => false);

/** The same, but sets made by `toStringSet`, `toNumberSet` and `toBinarySet` are kept. */
export const { toValue: toStoredValue, toMembers: toStoredMap } = createConverter((value) => isSet(value));

/** Whether a value has the form of what `toStringSet`, `toNumberSet` and `toBinarySet` return. */
export const isSet = (value: Members): boolean => {
  const [name = '', ...others] = Object.keys(value);
  return others.length === 0 && ['SS', 'NS', 'BS'].includes(name) && Array.isArray(value[name]);
};

export const toStringSet = typed('SS');
export const toNumberSet = typed('NS');
export const toBinarySet = typed('BS');

/** `util.dynamodb`: https://docs.aws.amazon.com/appsync/latest/devguide/dynamodb-helpers-in-util-dynamodb-js.html */
export const attributeValues = {
  /** Takes the JSON text or, as in the page's example, the attribute value that holds it. */
  fromS3ObjectJson: (value: unknown): unknown => {
    const held = parseJsonOrNothing(String(isObject(value) ? value.S : value));
    return isObject(held) ? (held.s3 ?? null) : null;
  },
  toBinary: typed('B'),
  toBinarySet,
  toBoolean: typed('BOOL'),
  toDynamoDB: toAttributeValue,
  toList: (list: unknown): AttributeValue | null => (Array.isArray(list) ? toAttributeValue(list) : null),
  toMap: (map: unknown): AttributeValue | null => (isObject(map) ? toAttributeValue(map) : null),
  toMapValues: (map: unknown): Record<string, AttributeValue> | null => (isObject(map) ? toAttributeMap(map) : null),
  toNull: (): AttributeValue => ({ NULL: null }),
  toNumber: typed('N'),
  toNumberSet,
  toS3Object: (key: unknown, bucket: unknown, region: unknown, version?: unknown): AttributeValue => ({
    S: toJson({ s3: { key, bucket, region, version } }),
  }),
  toString: typed('S'),
  toStringSet,
};

/** Wraps a value, unchanged, in one DynamoDB type; null for null or undefined. */
function typed(type: string): (value: unknown) => AttributeValue | null {
  return (value) => (value === null || value === undefined ? null : { [type]: value });
}
