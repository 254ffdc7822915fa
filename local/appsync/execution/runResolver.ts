import type { FieldRun } from './runHandler';

/** Runs a field's resolver once; resolves to the field's value as JSON. */
export type RunResolver = (run: FieldRun) => Promise<string>;
