import { agg } from './aggregates';
import { createStatements } from './createStatements';
import { mysql, postgres } from './dialects';
import { insert, remove, select, sql, update } from './statements';
import { toJsonObject } from './toJsonObject';
import { typeHint } from './typeHint';

/** `@aws-appsync/utils/rds`: https://docs.aws.amazon.com/appsync/latest/devguide/built-in-modules-js.html */
export const rds = {
  createMySQLStatement: createStatements('createMySQLStatement', mysql),
  createPgStatement: createStatements('createPgStatement', postgres),
  ...{ agg, insert, remove, select, sql, toJsonObject, typeHint, update },
};
