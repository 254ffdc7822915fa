import { createBoundedCache } from '../../createBoundedCache';
import { isJsonObject, type JsonObject } from '../../json';
import type { Parsed } from './parsed';

/** What dynalite passes to its parser besides the text; the parser removes from `unused…` what the text uses. */
export interface ParsingContext {
  readonly attrNames?: JsonObject;
  readonly attrVals?: JsonObject;
  readonly unusedAttrNames?: Record<string, unknown>;
  readonly unusedAttrVals?: Record<string, unknown>;
  readonly isKeyCondition?: boolean;
}

export type ParseCondition = (text: string, options: { readonly context: ParsingContext }) => unknown;

/** A cached condition, with the names of the values it was parsed with. */
interface Remembered {
  readonly parsed: Parsed;
  readonly nameOf: ReadonlyMap<unknown, string>;
  readonly names: readonly string[];
  readonly values: readonly string[];
}

const maxConditions = 500;

/**
 * Parses a condition once, and afterwards only substitutes values of the same types. Where the parser checks the values
 * themselves, the bounds of BETWEEN and the type that attribute_type names, they are part of the cache key.
 */
export const rememberConditions = (parse: ParseCondition): ParseCondition => {
  const known = createBoundedCache<Remembered>(maxConditions);
  return (text, options) => {
    const { context } = options;
    const key = JSON.stringify([text, context.isKeyCondition, context.attrNames, valuesOrTypes(text, context)]);
    const remembered = known.get(key);
    if (remembered) return fillIn(remembered, context);
    const outcome = parse(text, options);
    if (isParsed(outcome)) known.set(key, remember(text, outcome, context));
    return outcome;
  };
};

const valuesOrTypes = (text: string, { attrVals = {} }: ParsingContext): unknown =>
  /between|attribute_type/i.test(text)
    ? attrVals
    : Object.entries(attrVals).map(([name, value]) => [name, isJsonObject(value) ? Object.keys(value) : value]);

const remember = (text: string, parsed: Parsed, { attrVals = {} }: ParsingContext): Remembered => ({
  // A copy, because dynalite modifies the expression it gets.
  parsed: { ...parsed, expression: copy(parsed.expression, (value) => value, new Map(swap(attrVals))) },
  nameOf: new Map(swap(attrVals)),
  names: text.match(/#\w+/g) ?? [],
  values: text.match(/:\w+/g) ?? [],
});

const fillIn = ({ parsed, nameOf, names, values }: Remembered, context: ParsingContext): Parsed => {
  const { attrVals = {}, unusedAttrNames = {}, unusedAttrVals = {} } = context;
  for (const name of names) Reflect.deleteProperty(unusedAttrNames, name);
  for (const value of values) Reflect.deleteProperty(unusedAttrVals, value);
  return { ...parsed, expression: copy(parsed.expression, (_value, name) => attrVals[name], nameOf) };
};

const swap = (values: JsonObject): [unknown, string][] => Object.entries(values).map(([name, value]) => [value, name]);

/** Copies an expression, replacing each value by what `valueOf` returns for it. */
const copy = (
  part: unknown,
  valueOf: (value: unknown, name: string) => unknown,
  nameOf: ReadonlyMap<unknown, string>,
): unknown => {
  const name = nameOf.get(part);
  if (name !== undefined) return valueOf(part, name);
  if (Array.isArray(part)) return part.map((one) => copy(one, valueOf, nameOf));
  if (!isJsonObject(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, copy(value, valueOf, nameOf)]));
};

const isParsed = (outcome: unknown): outcome is Parsed => isJsonObject(outcome) && 'expression' in outcome;
