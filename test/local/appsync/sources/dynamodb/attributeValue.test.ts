import { describe, expect, it } from 'vitest';
import { toAttributes, toPlainItem } from '../../../../../local/appsync/sources/dynamodb/attributeValue';

describe('an item', () => {
  it('keeps an attribute by the name __proto__, in and out', () => {
    const item = JSON.parse('{"__proto__":{"S":"a"},"b":{"M":{"__proto__":{"N":"1"}}}}');

    expect(JSON.stringify(toPlainItem(item))).toBe('{"__proto__":"a","b":{"__proto__":1}}');
    expect(JSON.stringify(toAttributes(item, 'item'))).toBe(JSON.stringify(item));
  });

  it('is null when there is none', () => {
    expect(toPlainItem(undefined)).toBeNull();
  });
});
