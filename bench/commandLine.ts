import { parseArgs } from 'node:util';

/** `npm run bench -- [words] [--save] [--check]` */
export interface BenchCommand {
  /** Rows whose names hold one of them are measured; none: all. */
  readonly words: readonly string[];
  /** Keep the results, and write docs/benchmarks.md. */
  readonly isSaving: boolean;
  /** Fail when a ratio is more than a quarter worse than the saved one. */
  readonly isChecking: boolean;
}

export const readCommandLine = (args: readonly string[]): BenchCommand => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { save: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  return { words: positionals.map((word) => word.toLowerCase()), isSaving: values.save, isChecking: values.check };
};
