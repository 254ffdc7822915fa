import { isJsonObject, type JsonObject } from '../../../json';
import { toPlainItem } from './attributeValue';

const texts = new WeakMap<JsonObject, string>();

/** An item's plain JSON as a string; `null` if there is none. A frozen row is serialized only once. */
export const itemText = (item: unknown): string => {
  if (!isJsonObject(item)) return 'null';
  const known = texts.get(item);
  if (known !== undefined) return known;
  const text = JSON.stringify(toPlainItem(item));
  if (Object.isFrozen(item)) texts.set(item, text);
  return text;
};
