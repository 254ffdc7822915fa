import { allowedNodeEnvironmentFlags } from 'node:process';
import { startPipeProcess } from './pipeProcess';

export interface SandboxProgram {
  /** The bundle of `sandboxMain.ts`. */
  readonly main: string;
  /** The bundle of the library that lives in the realms. */
  readonly library: string;
  readonly memoryMiB: number;
}

/** One call in the words of the sandbox: handler, time, entropy, context. */
export type CallArguments = readonly [handler: string, now: string, entropy: string, context: string];

/** The call that follows another: what `ctx` always has, and where the result of the one before goes. */
export type FollowArguments = readonly [handler: string, now: string, entropy: string, fixed: string, link: string];

/** A process that runs resolver code. It answers in the order it is asked. */
export interface Sandbox {
  /** Resolves once it can take calls; rejects with SandboxEnded. */
  readonly ready: Promise<unknown>;
  readonly load: (moduleId: string, source: string, positions: string) => void;
  readonly drop: (moduleId: string) => void;
  readonly has: (moduleId: string) => boolean;
  /** The packed outcome, or undefined when the realm could not give any; rejects with SandboxEnded. */
  readonly call: (moduleId: string, args: CallArguments) => Promise<string | undefined>;
  /** The same for two handlers, one after the other: both outcomes packed into one, the second absent when it did not run. */
  readonly callBoth: (
    moduleId: string,
    args: CallArguments,
    nextModuleId: string,
    nextArgs: FollowArguments,
  ) => Promise<string | undefined>;
  /** Of its PipeProcess, as all that follow. */
  readonly pid: number | undefined;
  readonly pending: () => number;
  readonly lastSign: () => number;
  readonly kill: () => void;
  readonly ended: Promise<void>;
}

/** Starts a sandbox process with its library. */
export const spawnSandbox = ({ main, library, memoryMiB }: SandboxProgram): Sandbox => {
  const { pid, tell, ask, pending, lastSign, kill, ended } = startPipeProcess({
    text: main,
    flags: flagsOf(memoryMiB),
  });
  const modules = new Set<string>();
  const ready = ask('library', library);
  ready.catch(() => undefined); // who calls hears of it by the call
  return {
    ready,
    load: (moduleId, source, positions) => {
      modules.add(moduleId);
      ask('load', moduleId, source, positions).catch(() => undefined); // its calls hear of it
    },
    drop: (moduleId) => {
      if (modules.delete(moduleId)) tell('drop', moduleId);
    },
    has: (moduleId) => modules.has(moduleId),
    call: (moduleId, args) => ask('call', moduleId, ...args),
    callBoth: (...[moduleId, args, nextModuleId, nextArgs]) =>
      ask('both', moduleId, ...args, nextModuleId, ...nextArgs),
    pid,
    pending,
    lastSign,
    kill,
    ended,
  };
};

/** Bounded memory and Node's permission model: no files, no processes, no threads. */
const flagsOf = (memoryMiB: number): string[] => [
  `--max-old-space-size=${memoryMiB}`,
  '--max-semi-space-size=2', // short-lived objects are few: it saves 10 MiB
  allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission',
];
