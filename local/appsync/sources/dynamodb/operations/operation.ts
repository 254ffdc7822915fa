import type { JsonObject } from '../../../ports';
import type { TableAccess } from '../openTable';

/** Runs a request of one kind: the JSON text of `ctx.result`, or a Refused. */
export type Operation = (request: JsonObject, access: TableAccess) => Promise<string>;
