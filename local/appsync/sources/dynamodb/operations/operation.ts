import type { JsonObject } from '../../../../json';
import type { TableAccess } from '../openTable';

/** Runs a request of one kind; resolves to `ctx.result` as JSON, or rejects with Refused. */
export type Operation = (request: JsonObject, access: TableAccess) => Promise<string>;
