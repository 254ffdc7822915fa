import { spawn } from 'node:child_process';
import { twinCommand } from '../twinCommand';

/** Starts the twin as a separate process; `addition` is printed once the twin has said that it is ready. */
export const startTwinProcess = (args: readonly string[], addition?: string): TwinProcess => {
  const child = spawn(process.execPath, twinCommand(args), {
    // Through the IPC channel the twin notices when this process is gone, and ends too, so that it frees its ports.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // A process group of its own: Ctrl-C reaches only this process, which forwards it once.
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
      child.once('close', (code, signal) => {
        // A signal that arrives before the twin listens for it kills the twin: that is no failure.
        if (signal !== null && !asked.toStop) console.error(`The twin was ended by ${signal}.`);
        resolve(code ?? (asked.toStop ? 0 : 1));
      });
    }),
  };
};

export interface TwinProcess {
  readonly stop: (signal: NodeJS.Signals) => void;
  /** The exit code. */
  readonly ended: Promise<number>;
}

const ready = 'Ctrl-C stops.';
