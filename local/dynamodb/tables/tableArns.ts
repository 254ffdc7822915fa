import { account } from '../dynalite/createStore';
import { InvalidRequest } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';
import type { Operation } from '../operations/operation';

/** The ARN that a request gave for each of its tables, by the table's name; tables given by name are left out. */
type GivenArns = Map<string, string>;

/**
 * Runs an operation on a request that may name tables by ARN, as DynamoDB allows wherever it takes a table's name. The
 * output repeats the ARN.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
 */
export const runByName = async (operation: Operation, input: JsonObject): Promise<JsonObject> => {
  const arns: GivenArns = new Map();
  const output = await operation(nameTables(input, arns));
  return arns.size === 0 ? output : repeatArns(output, arns);
};

const nameTables = (input: JsonObject, arns: GivenArns): JsonObject => {
  const { RequestItems: batch, TransactItems: actions } = input;
  return {
    ...nameTable(input, arns),
    ...(isJsonObject(batch) && { RequestItems: nameKeys(batch, arns) }),
    ...(Array.isArray(actions) && { TransactItems: actions.map((action: unknown) => nameTableWithin(action, arns)) }),
  };
};

const nameTable = (request: JsonObject, arns: GivenArns): JsonObject =>
  typeof request['TableName'] === 'string' ? { ...request, TableName: nameOf(request['TableName'], arns) } : request;

const nameTableWithin = (action: unknown, arns: GivenArns): unknown =>
  isJsonObject(action) ? mapValues(action, (inner) => (isJsonObject(inner) ? nameTable(inner, arns) : inner)) : action;

const nameKeys = (batch: JsonObject, arns: GivenArns): JsonObject => {
  const named = Object.entries(batch).map(([table, requests]) => [nameOf(table, arns), requests] as const);
  const byName = Object.fromEntries(named);
  if (Object.keys(byName).length === named.length) return byName;
  throw new InvalidRequest('The twin cannot take a table both by name and by ARN in one batch.');
};

const pattern = new RegExp(
  `^arn:aws:dynamodb:${account.awsRegion}:${account.awsAccountId}:table/(?<name>[a-zA-Z0-9_.-]+)$`,
);

/** The name of a table that is given by ARN; anything else is returned as it is. */
const nameOf = (table: string, arns: GivenArns): string => {
  const name = table.startsWith('arn:') ? pattern.exec(table)?.groups?.['name'] : undefined;
  if (name !== undefined) arns.set(name, table);
  return name ?? table;
};

/** The members of outputs whose keys are tables. */
const keyedByTable = ['Responses', 'UnprocessedKeys', 'UnprocessedItems', 'ItemCollectionMetrics'];

const repeatArns = (output: JsonObject, arns: GivenArns): JsonObject =>
  Object.fromEntries(
    Object.entries(output).map(([member, value]) => {
      if (member === 'ConsumedCapacity') return [member, withArns(value, arns)];
      if (!keyedByTable.includes(member) || !isJsonObject(value)) return [member, value];
      return [member, Object.fromEntries(Object.entries(value).map(([name, of]) => [arns.get(name) ?? name, of]))];
    }),
  );

/** One capacity, or a list of them, with the tables as given. */
const withArns = (capacity: unknown, arns: GivenArns): unknown => {
  if (Array.isArray(capacity)) return capacity.map((one: unknown) => withArns(one, arns));
  if (!isJsonObject(capacity)) return capacity;
  const { TableName: name } = capacity;
  return { ...capacity, TableName: arns.get(String(name)) ?? name };
};

const mapValues = (object: JsonObject, map: (value: unknown) => unknown): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value)]));
