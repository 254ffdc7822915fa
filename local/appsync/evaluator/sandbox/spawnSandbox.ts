import { allowedNodeEnvironmentFlags } from 'node:process';
import { startPipeProcess } from './pipeProcess';
import type { SandboxCall } from './sandboxCall';

export interface SandboxProgram {
  /** The bundle of `sandboxMain.ts`. */
  readonly main: string;
  /** The bundle of the library that runs in every realm. */
  readonly library: string;
  readonly memoryMiB: number;
}

/** A process that runs resolver code. It answers in the order it is asked. */
export interface Sandbox {
  /** Resolves once it is ready for calls; rejects with SandboxEnded. */
  readonly ready: Promise<unknown>;
  readonly load: (moduleId: string, source: string, positions: string) => void;
  readonly drop: (moduleId: string) => void;
  readonly has: (moduleId: string) => boolean;
  /**
   * Resolves to the outcomes of the handlers that ran, packed; an outcome is empty if the realm produced none. Rejects
   * with SandboxEnded.
   */
  readonly call: (call: SandboxCall) => Promise<string | undefined>;
  /** This and the members below are those of its PipeProcess. */
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
  ready.catch(() => undefined); // its calls reject as well
  return {
    ready,
    load: (moduleId, source, positions) => {
      modules.add(moduleId);
      ask('load', moduleId, source, positions).catch(() => undefined); // the module's calls reject as well
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
  '--max-semi-space-size=2', // there are few short-lived objects: saves 10 MiB
  '--single-threaded-gc', // helper threads do not pay off for so small a heap: saves a twentieth of the time
  allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission',
];
