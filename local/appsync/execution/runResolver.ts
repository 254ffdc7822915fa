import type { FieldRun } from './runHandler';

/** Runs a field's resolver once: JSON text of the field's value. */
export type RunResolver = (run: FieldRun) => Promise<string>;
