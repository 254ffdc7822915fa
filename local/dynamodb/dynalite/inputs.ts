import batchGetItem from 'dynalite/validations/batchGetItem.js';
import batchWriteItem from 'dynalite/validations/batchWriteItem.js';
import createTable from 'dynalite/validations/createTable.js';
import deleteItem from 'dynalite/validations/deleteItem.js';
import deleteTable from 'dynalite/validations/deleteTable.js';
import describeTable from 'dynalite/validations/describeTable.js';
import getItem from 'dynalite/validations/getItem.js';
import listTables from 'dynalite/validations/listTables.js';
import putItem from 'dynalite/validations/putItem.js';
import query from 'dynalite/validations/query.js';
import scan from 'dynalite/validations/scan.js';
import updateItem from 'dynalite/validations/updateItem.js';
import { batchComplaint } from '../checks/batchComplaint';
import { firstOf } from '../checks/firstOf';
import { segmentComplaint } from '../checks/segmentComplaint';
import { selectComplaint } from '../checks/selectComplaint';
import type { JsonObject } from '../../json';
import type { InputTypes, Validation } from './store';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html */
export const failureItemTypes: InputTypes = {
  ReturnValuesOnConditionCheckFailure: { type: 'String', enum: ['ALL_OLD', 'NONE'] },
};

/** A write of one item: with the member that dynalite does not know and the twin implements. */
const write = ({ types, ...rest }: Validation): Validation => ({
  types: { ...types, ...failureItemTypes },
  ...rest,
  wording: 'enveloped',
});

/**
 * A scan, which may be consistent, as dynalite's own code expects but its list of members does not say.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html
 */
const scanned = ({ types, ...rest }: Validation): Validation => ({
  types: { ...types, ConsistentRead: 'Boolean' },
  ...rest,
});

const read = (validation: Validation): Validation => ({ ...validation, wording: 'bare' });

type Complaint = (input: JsonObject) => string | undefined;

/** A validation with rules that dynalite does not have, checked after its own. */
const withRules = ({ custom, ...rest }: Validation, ...complaints: readonly Complaint[]): Validation => ({
  ...rest,
  custom: (input, store) => custom?.(input, store) ?? firstOf(complaints, (complaint) => complaint(input)),
});

/** The validation of each operation's input, in dynalite's form. */
export const inputs = {
  BatchGetItem: read(batchGetItem),
  BatchWriteItem: withRules(batchWriteItem, batchComplaint),
  CreateTable: createTable,
  DeleteItem: write(deleteItem),
  DeleteTable: deleteTable,
  DescribeTable: describeTable,
  GetItem: read(getItem),
  ListTables: listTables,
  PutItem: write(putItem),
  Query: read(withRules(query, selectComplaint)),
  Scan: withRules(scanned(scan), segmentComplaint, selectComplaint),
  UpdateItem: write(updateItem),
} satisfies Record<string, Validation>;
