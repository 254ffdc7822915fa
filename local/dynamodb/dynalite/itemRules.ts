import rules from 'dynalite/db/index.js';
import { isTooDeep, membersOf } from '../checks/checkDepth';
import { InvalidRequest, type TableError, TooDeep } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';

/**
 * Tightens dynalite's rules for items: it counts characters instead of bytes, and checks neither numbers that an update
 * computes nor how deep an update nests an item.
 */
export const sharpenItemRules = (): void => {
  const { itemSize, capacityUnits, addConsumedCapacity, updateIndexes } = rules;
  rules.itemSize = (item, ...how) => itemSize(inBytes(item), ...how);
  rules.capacityUnits = (item, ...how) => capacityUnits(item && inBytes(item), ...how);
  rules.addConsumedCapacity = (input, isRead, after, before) =>
    addConsumedCapacity(input, isRead, after && inBytes(after), before && inBytes(before));
  rules.updateIndexes = (...change) => {
    const [, , , after, done] = change;
    const refusal = isJsonObject(after) ? unfitItem(after) : undefined;
    if (refusal === undefined) updateIndexes(...change);
    else done(refusal);
  };
};

/** An item with a character for each byte, for dynalite to count: itself, if it is all ASCII. */
const inBytes = (item: JsonObject): JsonObject => {
  if (isAscii(item)) return item;
  const counted: unknown = JSON.parse(Buffer.from(JSON.stringify(item)).toString('latin1'));
  return isJsonObject(counted) ? counted : item;
};

/** Whether all names and strings of a value are ASCII. */
const isAscii = (value: unknown): boolean => {
  if (typeof value === 'string') return !/[\u0080-\uffff]/.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) => isAscii(name) && isAscii(member));
};

const unfitItem = (item: JsonObject): TableError | undefined => {
  if (isTooDeep(item)) return new TooDeep();
  return Object.values(item).some(isHuge)
    ? new InvalidRequest('Number overflow. Attempting to store a number with magnitude larger than supported range')
    : undefined;
};

/**
 * Whether an attribute is or contains a number of more than 38 significant digits, or from 10^126. Only a sum can be:
 * numbers in requests are checked before, and DynamoDB refuses both kinds of sums in the same words.
 * https://github.com/scylladb/scylladb/blob/master/test/alternator/test_number.py
 */
const isHuge = (attribute: unknown): boolean => {
  const number = isJsonObject(attribute) ? attribute['N'] : undefined;
  if (typeof number !== 'string') return membersOf(attribute).some(isHuge);
  const [whole = '', fraction = ''] = number.replace(/^-?0*/, '').split('.');
  return whole.length > 126 || (whole + fraction).replace(/^0+|0+$/g, '').length > 38;
};
