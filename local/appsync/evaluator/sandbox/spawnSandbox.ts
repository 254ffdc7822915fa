import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { SandboxEnded } from '../errors';
import { createFrameReader, encodeFrames } from './frames';
import { pack, unpack } from './pack';

export interface SandboxProgram {
  /** The bundle of `sandboxMain.ts`. */
  readonly main: string;
  /** The bundle of the library that lives in the realms. */
  readonly library: string;
  readonly memoryMiB: number;
}

/** One call in the words of the sandbox: handler, time, entropy, context. */
export type CallArguments = readonly [handler: string, now: string, entropy: string, context: string];

/** A process that runs resolver code. It answers in the order it is asked. */
export interface Sandbox {
  /** Resolves once it can take calls; rejects with SandboxEnded. */
  readonly ready: Promise<void>;
  readonly load: (moduleId: string, source: string, positions: string) => void;
  readonly drop: (moduleId: string) => void;
  readonly has: (moduleId: string) => boolean;
  /** The packed outcome, or undefined when the realm could not give any; rejects with SandboxEnded. */
  readonly call: (moduleId: string, args: CallArguments) => Promise<string | undefined>;
  readonly pending: () => number;
  readonly kill: () => void;
}

interface Waiter {
  readonly resolve: (outcome: string | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a sandbox: a Node of its own, with an empty environment and bounded memory, reached by a pipe alone. */
export const spawnSandbox = ({ main, library, memoryMiB }: SandboxProgram): Sandbox => {
  const child = spawn(execPath, [`--max-old-space-size=${memoryMiB}`, '-e', main], {
    env: { TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const waiters = new Map<string, Waiter>();
  const modules = new Set<string>();
  const outbox: string[] = [];
  const counter = { calls: 0 };

  const flush = (): void => {
    if (child.stdin.writable) child.stdin.write(encodeFrames(outbox.splice(0)));
  };
  // What is sent in one turn of the event loop goes out in one write.
  const send = (message: string): void => {
    if (outbox.push(message) === 1) setImmediate(flush);
  };
  const wait = (id: string): Promise<string | undefined> =>
    new Promise((resolve, reject) => waiters.set(id, { resolve, reject }));

  const readFrames = createFrameReader();
  child.stdout.on('data', (chunk: Buffer) => {
    for (const frame of readFrames(chunk)) {
      const [, id = '', outcome] = unpack(frame);
      waiters.get(id)?.resolve(outcome);
      waiters.delete(id);
    }
  });
  const end = (): void => {
    for (const { reject } of waiters.values()) reject(new SandboxEnded());
    waiters.clear();
  };
  child.on('close', end);
  child.on('error', end);
  child.stdin.on('error', () => undefined); // a pipe that breaks: `close` tells the same

  send(pack(['library', 'ready', library]));
  const ready = wait('ready').then(() => undefined);
  ready.catch(() => undefined); // who calls hears of it by the call
  return {
    ready,
    load: (moduleId, source, positions) => {
      modules.add(moduleId);
      send(pack(['load', moduleId, source, positions]));
    },
    drop: (moduleId) => {
      if (modules.delete(moduleId)) send(pack(['drop', moduleId]));
    },
    has: (moduleId) => modules.has(moduleId),
    call: (moduleId, args) => {
      const id = String((counter.calls += 1));
      if (child.exitCode !== null || child.signalCode !== null) return Promise.reject(new SandboxEnded());
      send(pack(['call', id, moduleId, ...args]));
      return wait(id);
    },
    pending: () => waiters.size,
    kill: () => child.kill('SIGKILL'),
  };
};
