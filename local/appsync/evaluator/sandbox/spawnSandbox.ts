import { allowedNodeEnvironmentFlags } from 'node:process';
import type { ContextTexts } from '../../contextParts';
import { startPipeProcess } from './pipeProcess';

export interface SandboxProgram {
  /** The bundle of `sandboxMain.ts`. */
  readonly main: string;
  /** The bundle of the library that lives in the realms. */
  readonly library: string;
  readonly memoryMiB: number;
}

/** One call in the words of the sandbox: of one handler and of those that follow it. */
export type SandboxCall = readonly [...handler: HandlerParts, ...context: ContextTexts, ...followers: string[]];

export type HandlerParts = readonly [moduleId: string, handler: string, now: string, entropy: string];

/** A process that runs resolver code. It answers in the order it is asked. */
export interface Sandbox {
  /** Resolves once it can take calls; rejects with SandboxEnded. */
  readonly ready: Promise<unknown>;
  readonly load: (moduleId: string, source: string, positions: string) => void;
  readonly drop: (moduleId: string) => void;
  readonly has: (moduleId: string) => boolean;
  /**
   * The outcomes of the handlers that ran, packed into one; an empty one where the realm could not give any. Rejects with
   * SandboxEnded.
   */
  readonly call: (call: SandboxCall) => Promise<string | undefined>;
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
    call: (parts) => ask('run', ...parts),
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
  '--single-threaded-gc', // so small a heap is not worth the threads that would help: it saves a twentieth of its time
  allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission',
];
