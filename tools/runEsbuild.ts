import type { BuildOptions } from 'esbuild';
import { buildDirectory, projectRoot } from './paths';

/** Files by the name of their output. */
export type EntryPoints = Readonly<Record<string, string>>;

/** The one call of esbuild. Its process, 30 MiB, is stopped when it has been idle for a while. */
export const runEsbuild = async (entryPoints: EntryPoints, options: BuildOptions) => {
  const esbuild = await import('esbuild');
  clearTimeout(idle.timer);
  idle.builds += 1;
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
    if (idle.builds === 0) idle.timer = setTimeout(() => void esbuild.stop(), idleMilliseconds).unref();
  }
};

const idle: { builds: number; timer?: NodeJS.Timeout } = { builds: 0 };
const idleMilliseconds = 5_000;
