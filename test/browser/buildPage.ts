import { runProgram } from '../../tools/runProgram';

/** Builds the page that the tests open, once. */
export const setup = async (): Promise<void> => {
  const code = await runProgram([
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'web/vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  if (code !== 0) throw new Error('The page does not build.');
};
