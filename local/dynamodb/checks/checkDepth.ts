import { TooDeep } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';

/**
 * An attribute is at level 1, a member of a list or map one below its container.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-attributes
 */
const maxLevels = 32;

/** Throws TooDeep if an item to be stored, or a value in an expression, nests too deep. */
export const checkDepth = ({ Item, ExpressionAttributeValues, RequestItems }: JsonObject): void => {
  for (const attributes of [Item, ExpressionAttributeValues, ...itemsOf(RequestItems)]) {
    if (isJsonObject(attributes) && isTooDeep(attributes)) throw new TooDeep();
  }
};

/** The items that a BatchWriteItem puts. */
const itemsOf = (batch: unknown): readonly unknown[] =>
  Object.values(isJsonObject(batch) ? batch : {})
    .flat()
    .map((request) =>
      isJsonObject(request) && isJsonObject(request['PutRequest']) ? request['PutRequest']['Item'] : undefined,
    );

/** Whether attributes nest deeper than DynamoDB allows. */
export const isTooDeep = (attributes: JsonObject): boolean =>
  Object.values(attributes).some((attribute) => exceeds(attribute, 1));

const exceeds = (attribute: unknown, level: number): boolean =>
  level > maxLevels || membersOf(attribute).some((member) => exceeds(member, level + 1));

/** The members of a list or map; of any other attribute, none. */
export const membersOf = (attribute: unknown): readonly unknown[] => {
  const { M: map, L: list } = isJsonObject(attribute) ? attribute : {};
  const members: unknown[] = isJsonObject(map) ? Object.values(map) : Array.isArray(list) ? list : [];
  return members;
};
