import type { BuildOptions } from 'esbuild';
import { buildDirectory, projectRoot } from './paths';

/** Files by the name of their output. */
export type EntryPoints = Readonly<Record<string, string>>;

/** The one call of esbuild. Its process, 30 MiB, is stopped when it has been idle for a while. */
export const runEsbuild = async (entryPoints: EntryPoints, options: BuildOptions) => {
  const esbuild = await import('esbuild');
  clearTimeout(idle.timer);
  idle.builds += 1;
  idle.stop = esbuild.stop;
  try {
    return await esbuild.build({
      charset: 'utf8',
      ...options,
      entryPoints: { ...entryPoints },
      absWorkingDir: projectRoot,
      outdir: buildDirectory,
      bundle: true,
      write: false,
      metafile: true,
      legalComments: 'none',
      logLevel: 'silent',
    });
  } finally {
    idle.builds -= 1;
    if (idle.builds === 0) idle.timer = setTimeout(() => void stopEsbuild(), idleMilliseconds).unref();
  }
};

/**
 * Stops esbuild's process now, if one runs. For a program that hands over to another in the same process: each has its
 * own copy of this module, but they share esbuild, whose stop would leave the other's build without an end.
 */
export const stopEsbuild = async (): Promise<void> => {
  clearTimeout(idle.timer);
  await idle.stop?.();
};

const idle: { builds: number; timer?: NodeJS.Timeout; stop?: () => Promise<void> } = { builds: 0 };
const idleMilliseconds = 5_000;
