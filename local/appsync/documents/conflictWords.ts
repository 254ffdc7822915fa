/**
 * AppSync's words for fields that conflict, derived from graphql-js's:
 * https://github.com/graphql-java/graphql-java/blob/v9.6/src/main/java/graphql/validation/rules/OverlappingFieldsCanBeMerged.java
 * What conflicts more than one level down is listed as if it were one level down.
 */
export const conflictWords = (name: string, reason: string): string => `${name}: ${reasonOf(reason)}`;

const reasonOf = (reason: string): string => {
  const parts = reason
    .split(/ and (?=subfields ")/)
    .map((part) => /^subfields "([^"]+)" conflict because (.*)/s.exec(part));
  const nested = parts.flatMap((part) => (part ? [conflictWords(part[1] ?? '', part[2] ?? '')] : []));
  if (nested.length > 0) return `(${nested.join(', ')})`;
  const [, one = '', other = ''] = /^they return conflicting types "([^"]+)" and "([^"]+)"/.exec(reason) ?? [];
  if (one !== '') return typesConflict(one, other);
  return reason.replace(/^"([^"]+)" and "([^"]+)" are different fields/, '$1 and $2 are different fields');
};

/** Compares two types from the outside: `[Note!]!` and `[Note]!`. */
const typesConflict = (one: string, other: string): string => {
  if (one.endsWith('!') !== other.endsWith('!')) return 'fields have different nullability shapes';
  const [inner, otherInner] = [one, other].map((type) => type.replace(/!$/, ''));
  if (inner?.startsWith('[') !== otherInner?.startsWith('[')) return 'fields have different list shapes';
  if (inner?.startsWith('[') && otherInner) return typesConflict(inner.slice(1, -1), otherInner.slice(1, -1));
  return `they return differing types ${inner} and ${otherInner}`;
};
