import type { AttributeValue } from './attributeValues';

/** A DynamoDB expression with the names and values of its placeholders. */
export interface Expression {
  readonly expression: string;
  readonly expressionNames: Readonly<Record<string, string>>;
  readonly expressionValues?: Readonly<Record<string, AttributeValue>>;
}

/** Placeholders as AppSync's `dynamodb` module numbers them: one `#expName_1` per name, one `:expValue_1` per value. */
export interface Placeholders {
  readonly names: Record<string, string>;
  readonly values: Record<string, AttributeValue>;
  readonly nameOf: (attribute: string) => string;
  readonly valueOf: (value: AttributeValue) => string;
}

export const createPlaceholders = (): Placeholders => {
  const names: Record<string, string> = {};
  const values: Record<string, AttributeValue> = {};
  return {
    names,
    values,
    nameOf: (attribute) => {
      const known = Object.keys(names).find((name) => names[name] === attribute);
      const name = known ?? `#expName_${Object.keys(names).length + 1}`;
      names[name] = attribute;
      return name;
    },
    valueOf: (value) => {
      const name = `:expValue_${Object.keys(values).length + 1}`;
      values[name] = value;
      return name;
    },
  };
};
