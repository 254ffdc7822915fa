import type { Members } from '../values';
import { listOf, objectOf, renderedIfAny, Unrenderable } from './renderable';

type Query = Members;

/**
 * Renders a filter object in OpenSearch's Query DSL; undefined if it cannot be rendered. A `must` group of one is not
 * wrapped. https://docs.aws.amazon.com/appsync/latest/devguide/transformation-helpers-in-utils-transform-js.html
 */
export const openSearchQuery = (filter: unknown): Query | undefined => renderedIfAny(() => queryOf(filter));

const queryOf = (filter: unknown): Query => {
  const members = objectOf(filter);
  return all(Object.keys(members).map((name) => memberQuery(name, members[name])));
};

const memberQuery = (name: string, value: unknown): Query => {
  if (name === 'and') return all(listOf(value).map(queryOf));
  if (name === 'or') return { bool: { should: listOf(value).map(queryOf) } };
  if (name === 'not') return not(queryOf(value));
  const operators = objectOf(value);
  return all(Object.keys(operators).map((operator) => operatorQuery(name, operator, operators[operator])));
};

const all = (queries: readonly Query[]): Query => {
  const [first] = queries;
  return first !== undefined && queries.length === 1 ? first : { bool: { must: queries } };
};

const not = (query: Query): Query => ({ bool: { must_not: query } });

const operatorQuery = (field: string, operator: string, value: unknown): Query => {
  const name = plain.get(operator);
  if (name !== undefined) return { [name]: { [field]: value } };
  switch (operator) {
    case 'exists':
      return value === false ? not({ exists: { field } }) : { exists: { field } };
    case 'ne':
      return not({ term: { [field]: value } });
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return { range: { [field]: { [operator]: value } } };
    case 'range': {
      const [gte, lte] = listOf(value);
      return { range: { [field]: { gte, lte } } };
    }
    case 'multiMatch':
      return { multi_match: { query: value, fields: [field] } };
    default:
      throw new Unrenderable();
  }
};

const plain = new Map(
  Object.entries({
    ...{ eq: 'term', match: 'match', matchPhrase: 'match_phrase', matchPhrasePrefix: 'match_phrase_prefix' },
    ...{ regexp: 'regexp', wildcard: 'wildcard' },
  }),
);
