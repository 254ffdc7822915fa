import { toJson } from '../json';
import { filterExpression } from './filterExpression';
import { openSearchQuery } from './openSearchQuery';
import { subscriptionFilter } from './subscriptionFilter';

const expressionText = (filter: unknown): string | null => toJson(filterExpression(filter)) ?? null;

/** `util.transform`: https://docs.aws.amazon.com/appsync/latest/devguide/transformation-helpers-in-utils-transform-js.html */
export const transform = {
  toDynamoDBConditionExpression: expressionText,
  toDynamoDBFilterExpression: expressionText,
  toElasticsearchQueryDSL: (filter: unknown): string | null => toJson(openSearchQuery(filter)) ?? null,
  toSubscriptionFilter: subscriptionFilter,
};
