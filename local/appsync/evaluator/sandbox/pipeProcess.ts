import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { execPath } from 'node:process';
import { SandboxEnded } from '../errors';
import { createFrameReader, encodeFrames } from './frames';
import { pack, unpack } from '../../pack';

interface Program {
  /** CommonJS source. It reads packed messages from its standard input and answers each `ask` on standard output. */
  readonly text: string;
  readonly flags: readonly string[];
  readonly directory?: string;
}

/**
 * A Node process whose environment is only `TZ=UTC`, reached only through pipes. It answers in the order it is asked,
 * and keeps this process alive only while an answer is pending.
 */
export interface PipeProcess {
  /** Undefined if the process could not be started. */
  readonly pid: number | undefined;
  /** Sends a message that has no answer. */
  readonly tell: (kind: string, ...parts: readonly string[]) => void;
  /** Sends a message and resolves to its answer; rejects with SandboxEnded if the process ends first. */
  readonly ask: (kind: string, ...parts: readonly string[]) => Promise<string | undefined>;
  /** The number of pending answers. */
  readonly pending: () => number;
  /** When it last answered, or was asked while nothing was pending, in milliseconds of `performance.now`. */
  readonly lastSign: () => number;
  readonly kill: () => void;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
}

interface Waiter {
  readonly resolve: (answer: string | undefined) => void;
  readonly reject: (error: Error) => void;
}

interface State {
  asked: number;
  ending: SandboxEnded | undefined;
  isKilled: boolean;
  lastSign: number;
}

export const startPipeProcess = ({ text, flags, directory }: Program): PipeProcess => {
  const child = spawn(execPath, [...flags, '-e', text], {
    cwd: directory,
    env: { TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const state: State = { asked: 0, ending: undefined, isKilled: false, lastSign: performance.now() };
  const waiters = new Map<string, Waiter>();

  const hold = (method: 'ref' | 'unref'): void => {
    for (const handle of [child, child.stdin, child.stdout]) {
      if (handle === child || handle instanceof Socket) handle[method]();
    }
  };
  let held: string[] = [];
  const write = (messages: readonly string[]): void => void child.stdin.write(encodeFrames(messages));
  const writeHeld = (): void => {
    const messages = held;
    held = [];
    write(messages);
  };
  /** An idle process gets its message at once; for a busy one, the messages of one turn of the event loop share a write. */
  const send = (message: string): void => {
    if (waiters.size === 0 && held.length === 0) write([message]);
    else if (held.push(message) === 1) setImmediate(writeHeld);
  };
  const readFrames = createFrameReader();
  child.stdout.on('data', (chunk: Buffer) => {
    state.lastSign = performance.now();
    for (const frame of readFrames(chunk)) {
      const [id = '', answer] = unpack(frame);
      waiters.get(id)?.resolve(answer);
      waiters.delete(id);
    }
    if (waiters.size === 0) hold('unref');
  });
  const end = (signal: unknown): void => {
    const ending = new SandboxEnded(signal === 'SIGKILL' && !state.isKilled);
    state.ending = ending;
    for (const { reject } of waiters.values()) reject(ending);
    waiters.clear();
  };
  const ended = new Promise<unknown>((resolve) => {
    child.once('close', (_code, signal) => resolve(signal));
    child.once('error', resolve);
  }).then(end);
  child.stdin.on('error', () => undefined); // a broken pipe; `close` reports the end too

  return {
    pid: child.pid,
    tell: (kind, ...parts) => send(pack([kind, '', ...parts])),
    ask: (kind, ...parts) => {
      if (state.ending) return Promise.reject(state.ending);
      if (waiters.size === 0) {
        state.lastSign = performance.now();
        hold('ref');
      }
      const id = String((state.asked += 1));
      send(pack([kind, id, ...parts]));
      return new Promise((resolve, reject) => waiters.set(id, { resolve, reject }));
    },
    pending: () => waiters.size,
    lastSign: () => state.lastSign,
    kill: () => {
      state.isKilled = true;
      child.kill('SIGKILL');
    },
    ended,
  };
};
