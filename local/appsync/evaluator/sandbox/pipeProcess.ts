import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { SandboxEnded } from '../errors';
import { createFrameReader, encodeFrames } from './frames';
import { pack, unpack } from './pack';

interface Program {
  /** CommonJS text. It reads packed messages from its standard input and answers each `ask` on its output. */
  readonly text: string;
  readonly memoryMiB: number;
  readonly directory?: string;
}

/** A Node process with an empty environment, reached by a pipe alone. It answers in the order it is asked. */
export interface PipeProcess {
  /** Sends a message that has no answer. */
  readonly tell: (kind: string, ...parts: readonly string[]) => void;
  /** Sends a message and resolves with its answer; rejects with SandboxEnded when the process ends before. */
  readonly ask: (kind: string, ...parts: readonly string[]) => Promise<string | undefined>;
  /** How many answers are awaited. */
  readonly pending: () => number;
  readonly kill: () => void;
}

interface Waiter {
  readonly resolve: (answer: string | undefined) => void;
  readonly reject: (error: Error) => void;
}

export const startPipeProcess = ({ text, memoryMiB, directory }: Program): PipeProcess => {
  const child = spawn(execPath, [`--max-old-space-size=${memoryMiB}`, '-e', text], {
    cwd: directory,
    env: { TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const state = { asked: 0, hasEnded: false };
  const waiters = new Map<string, Waiter>();
  const outbox: string[] = [];

  // What is sent in one turn of the event loop goes out in one write.
  const send = (message: string): void => {
    if (outbox.push(message) === 1) setImmediate(() => child.stdin.write(encodeFrames(outbox.splice(0))));
  };
  const readFrames = createFrameReader();
  child.stdout.on('data', (chunk: Buffer) => {
    for (const frame of readFrames(chunk)) {
      const [id = '', answer] = unpack(frame);
      waiters.get(id)?.resolve(answer);
      waiters.delete(id);
    }
  });
  const end = (): void => {
    state.hasEnded = true;
    for (const { reject } of waiters.values()) reject(new SandboxEnded());
    waiters.clear();
  };
  child.on('close', end);
  child.on('error', end);
  child.stdin.on('error', () => undefined); // a broken pipe; `close` tells the same

  return {
    tell: (kind, ...parts) => send(pack([kind, '', ...parts])),
    ask: (kind, ...parts) => {
      if (state.hasEnded) return Promise.reject(new SandboxEnded());
      const id = String((state.asked += 1));
      send(pack([kind, id, ...parts]));
      return new Promise((resolve, reject) => waiters.set(id, { resolve, reject }));
    },
    pending: () => waiters.size,
    kill: () => child.kill('SIGKILL'),
  };
};
