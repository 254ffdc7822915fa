import type { JsonObject } from '../../json';

/** An operation. It may modify its input, and rejects with a TableError. */
export type Operation = (input: JsonObject) => Promise<JsonObject>;
