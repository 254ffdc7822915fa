import { spawn } from 'node:child_process';
import { twinCommand } from '../twinCommand';

/** The twin as a process of its own; `addition` is said after it has said that it is ready. */
export const startTwinProcess = (args: readonly string[], addition?: string): TwinProcess => {
  const child = spawn(process.execPath, twinCommand(args), {
    // By the channel it notices that this process is gone, killed or with its terminal: it must not hold ports for nobody.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // A group of its own: Ctrl-C reaches this process alone, which hands it on once.
    detached: true,
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    if (addition !== undefined && chunk.includes(ready)) process.stdout.write(`${addition}\n`);
  });
  const asked = { toStop: false };
  return {
    stop: (signal) => {
      asked.toStop = true;
      child.kill(signal);
    },
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      // Asked in the moment before it listens for it, the signal ends it: that is no failure.
      child.once('close', (code) => resolve(code ?? (asked.toStop ? 0 : 1)));
    }),
  };
};

export interface TwinProcess {
  readonly stop: (signal: NodeJS.Signals) => void;
  /** The exit code. */
  readonly ended: Promise<number>;
}

const ready = 'Ctrl-C stops.';
