import { afterAll, describe, expect, it } from 'vitest';
import { spawnSandbox } from '../../../../../local/appsync/evaluator/sandbox/spawnSandbox';
import { bundleScript } from '../../../../../tools/bundle';

const main = await bundleScript('test/local/appsync/evaluator/sandbox/reach.ts');
const sandbox = spawnSandbox({ main, library: '', memoryMiB: 64 });
afterAll(() => sandbox.kill());

describe('the process that resolver code runs in', () => {
  it.each([
    ['read a file', 'ERR_ACCESS_DENIED'],
    ['write a file', 'ERR_ACCESS_DENIED'],
    ['start a process', 'ERR_ACCESS_DENIED'],
    ['start a thread', 'ERR_ACCESS_DENIED'],
    ['see the environment', 'TypeError: empty'],
  ])('cannot %s', async (attempt, refusal) => {
    expect(await sandbox.call([attempt, '', '', '', '', '', '', '', ''])).toBe(refusal);
  });
});
