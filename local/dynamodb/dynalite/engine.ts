import batchGetItem from 'dynalite/actions/batchGetItem.js';
import batchWriteItem from 'dynalite/actions/batchWriteItem.js';
import createTable from 'dynalite/actions/createTable.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import getItem from 'dynalite/actions/getItem.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import rules from 'dynalite/db/index.js';
import { withBatchRules } from './batchReads';
import { sharpenConditions } from './conditionRules';
import { sharpenItemRules } from './itemRules';
import { sharpenKeyRules, withKeyRules } from './keyRules';
import { withProjectionRules } from './projectionRules';
import { quickenPages } from './readPage';
import type { Action, Rules } from './store';
import { sharpenUpdates, withUpdateRules } from './updateRules';

quickenPages();
sharpenKeyRules();
sharpenItemRules();
sharpenConditions();
sharpenUpdates();

/** dynalite's actions for the operations that the twin leaves to it. */
export const actions = {
  BatchGetItem: withBatchRules(batchGetItem),
  BatchWriteItem: batchWriteItem,
  CreateTable: createTable,
  DeleteItem: deleteItem,
  GetItem: getItem,
  PutItem: putItem,
  Query: withProjectionRules(withKeyRules(query)),
  Scan: withProjectionRules(scan),
  UpdateItem: withUpdateRules(updateItem),
} satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;

/** dynalite's rules for keys, conditions and sizes. */
export const tableRules: Rules = rules;
