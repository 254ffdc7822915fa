import { isJsonObject } from '../../json';

/** A table's description, as stored and as DescribeTable returns it. */
export interface Table {
  readonly TableName: string;
  readonly TableArn: string;
  /** Epoch seconds. */
  readonly CreationDateTime: number;
  readonly KeySchema: readonly KeyElement[];
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly LocalSecondaryIndexes?: readonly Index[];
  readonly GlobalSecondaryIndexes?: readonly Index[];
}

export interface KeyElement {
  readonly AttributeName: string;
  readonly KeyType: string;
}

export interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: string;
}

export interface Index {
  readonly IndexName: string;
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
  readonly KeySchema: readonly KeyElement[];
}

/** Whether a stored value is a table's description. */
export const isTable = (value: unknown): value is Table =>
  isJsonObject(value) &&
  typeof value['TableName'] === 'string' &&
  typeof value['TableArn'] === 'string' &&
  typeof value['CreationDateTime'] === 'number' &&
  Array.isArray(value['KeySchema']) &&
  Array.isArray(value['AttributeDefinitions']);
