import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { servePipe } from '../../../../../local/appsync/evaluator/sandbox/servePipe';

// A program that attempts, inside the sandbox's process, what that process must not be able to do.

const attempts: Readonly<Record<string, () => unknown>> = {
  'read a file': () => readFileSync(process.execPath).length,
  'write a file': () => writeFileSync(join(tmpdir(), 'reached'), ''),
  'start a process': () => {
    const { error } = spawnSync(process.execPath, ['-v']);
    if (error) throw error;
  },
  'start a thread': () => new Worker('', { eval: true }),
  'see the environment': () => {
    const names = Object.keys(process.env).filter((name) => name !== 'TZ');
    if (names.length === 0) throw new TypeError('empty');
  },
};

const outcomeOf = (attempt: () => unknown): string => {
  try {
    attempt();
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

servePipe((kind, [name = '']) => (kind === 'run' ? outcomeOf(attempts[name] ?? (() => undefined)) : ''));
