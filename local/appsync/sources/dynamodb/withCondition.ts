import { isJsonObject, type JsonObject } from '../../../json';
import { toPlainItem } from './attributeValue';
import { demandKnown } from './demandKnown';
import { Refused, malformed } from './errors';
import { expressionOf, optionalObject, placeholders, type Expression } from './expressions';
import type { TableAccess } from './openTable';

/** The `condition` of a write. */
export interface Condition {
  readonly expression: Expression;
  /** The condition's members of DynamoDB's request, for a write without any other expression. */
  readonly input: JsonObject;
  /** Attributes to ignore when comparing the stored item with the one to be written. */
  readonly equalsIgnore: readonly unknown[];
  readonly consistentRead: boolean;
}

/** Reads the `condition` of a request; undefined if there is none. */
export const conditionOf = (request: JsonObject): Condition | undefined => {
  const expression = expressionOf(request, 'condition');
  const given = optionalObject(request, 'condition');
  if (!expression || !given) return undefined;
  demandKnown(given, conditionElements, '[condition]');
  const handler = given.conditionalCheckFailedHandler;
  if (isJsonObject(handler) && handler.strategy !== undefined && handler.strategy !== 'Reject') {
    throw malformed(`conditionalCheckFailedHandler: the strategy '${String(handler.strategy)}' is not supported.`);
  }
  return {
    expression,
    input: { ConditionExpression: expression.text, ...placeholders(expression) },
    equalsIgnore: Array.isArray(given.equalsIgnore) ? given.equalsIgnore : [],
    consistentRead: given.consistentRead !== false,
  };
};

const conditionElements: readonly string[] = [
  ...['expression', 'expressionNames', 'expressionValues'],
  ...['equalsIgnore', 'consistentRead', 'conditionalCheckFailedHandler'],
];

interface ConditionalWrite {
  readonly access: TableAccess;
  readonly condition: Condition | undefined;
  readonly Key: JsonObject;
  /** Whether the stored item is what the write wanted; left out where that cannot be known. */
  readonly isWanted?: (current: JsonObject | null) => boolean;
  /** Runs the write; resolves to the item that it left or removed. */
  readonly run: () => Promise<unknown>;
}

/**
 * Runs a write; resolves to its item as JSON. If the condition fails and the source may call GetItem, the stored item
 * is read: if it is what was wanted, the write counts as done; else the error stands, with that item as `ctx.result`.
 * https://docs.aws.amazon.com/appsync/latest/devguide/js-aws-appsync-resolver-reference-dynamodb-condition-expressions.html
 */
export const withCondition = async (write: ConditionalWrite): Promise<string> => {
  try {
    return JSON.stringify(await write.run());
  } catch (error) {
    const { access, condition, Key, isWanted } = write;
    const isFailedCheck = error instanceof Refused && error.type === 'DynamoDB:ConditionalCheckFailedException';
    if (!isFailedCheck || !condition || !access.isGranted('GetItem')) throw error;
    const input = { TableName: access.table, Key, ConsistentRead: condition.consistentRead };
    const current = toPlainItem((await access.call('GetItem', input)).Item);
    if (isWanted?.(current)) return JSON.stringify(current);
    throw new Refused(error.type, error.message, current);
  }
};
