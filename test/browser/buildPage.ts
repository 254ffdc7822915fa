import { runProgram } from '../../tools/runProgram';

const build = ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'];

/** Builds the page that the tests open, once, as it is deployed: vitest's own NODE_ENV would build React for work on it. */
export const setup = async (): Promise<void> => {
  const code = await runProgram(build, { NODE_ENV: 'production' });
  if (code !== 0) throw new Error('The page does not build.');
};
