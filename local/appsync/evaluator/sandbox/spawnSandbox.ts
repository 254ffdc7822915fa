import { allowedNodeEnvironmentFlags } from 'node:process';
import { startPipeProcess } from './pipeProcess';

export interface SandboxProgram {
  /** The bundle of `sandboxMain.ts`. */
  readonly main: string;
  /** The bundle of the library that lives in the realms. */
  readonly library: string;
  readonly memoryMiB: number;
}

/** One call in the words of the sandbox: of one handler, or of one and those that follow it. */
export type SandboxCall =
  | { readonly kind: 'call'; readonly parts: readonly [...handler: HandlerParts, context: string] }
  | {
      readonly kind: 'chain';
      readonly parts: readonly [...handler: HandlerParts, ...context: ContextTexts, ...string[]];
    };

export type HandlerParts = readonly [moduleId: string, handler: string, now: string, entropy: string];

/** What `ctx` is made of; an empty text where there is none. */
export type ContextTexts = readonly [fixed: string, stash: string, prev: string, result: string, error: string];

/** A process that runs resolver code. It answers in the order it is asked. */
export interface Sandbox {
  /** Resolves once it can take calls; rejects with SandboxEnded. */
  readonly ready: Promise<unknown>;
  readonly load: (moduleId: string, source: string, positions: string) => void;
  readonly drop: (moduleId: string) => void;
  readonly has: (moduleId: string) => boolean;
  /**
   * The packed outcome, or undefined when the realm could not give any; of a chain the outcomes of the handlers that ran,
   * packed into one. Rejects with SandboxEnded.
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
    call: ({ kind, parts }) => ask(kind, ...parts),
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
