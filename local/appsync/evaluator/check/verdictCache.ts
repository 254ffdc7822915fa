import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../../../../tools/replaceFile';
import { bundleScript } from '../../../../tools/bundle';
import { buildDirectory, projectRoot } from '../../../../tools/paths';

/** Verdicts by code, cached on disk; a change to the checker or to package-lock.json invalidates all of them. */
export interface VerdictCache {
  readonly read: (code: string) => Promise<string | undefined>;
  /** Stores a verdict and resolves to it. */
  readonly write: (code: string, verdict: string) => Promise<string>;
}

export const createVerdictCache = (): VerdictCache => {
  const edition: { known: Promise<string> | undefined } = { known: undefined };
  const pathOf = async (code: string): Promise<string> => {
    const name = createHash('sha256')
      .update(await (edition.known ??= readEdition()))
      .update(code)
      .digest('hex');
    return join(buildDirectory, 'cache', 'checks', `${name}.json`);
  };
  return {
    read: async (code) => readFile(await pathOf(code), 'utf8').catch(() => undefined), // not checked yet
    write: async (code, verdict) => {
      await replaceFile(await pathOf(code), verdict);
      return verdict;
    },
  };
};

const readEdition = async (): Promise<string> => {
  const parts = [
    bundleScript('local/appsync/evaluator/check/checkerMain.ts'),
    readFile(join(projectRoot, 'package-lock.json'), 'utf8'),
  ];
  return createHash('sha256')
    .update((await Promise.all(parts)).join('\n'))
    .digest('hex');
};
