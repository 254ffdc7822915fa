import { runProgram } from '../../tools/runProgram';

const build = ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'];

/** Builds the page once for all tests, as it is deployed: vitest's NODE_ENV would select React's development code. */
export const setup = async (): Promise<void> => {
  const code = await runProgram(build, { NODE_ENV: 'production' });
  if (code !== 0) throw new Error('The page does not build.');
};
