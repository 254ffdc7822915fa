import type { JsonObject } from '../json';

/** An operation over an input that is an object of its own, free to use up. Rejects with a TableError. */
export type Operation = (input: JsonObject) => Promise<JsonObject>;
