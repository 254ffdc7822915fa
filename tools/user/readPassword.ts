import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandFailed, Interrupted } from '../errors';

export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/**
 * Asks for a password: hidden at a terminal, otherwise the first line of the input. It is never an argument, which
 * every user of the machine could see, and it is never printed.
 */
export const readPassword = async ({ input, output }: Terminal, question: string): Promise<string> => {
  const isPerson = input.isTTY === true;
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: isPerson });
  if (isPerson) output.write(`${question}: `);
  try {
    const password = await firstLine(lines);
    if (password === '') throw new CommandFailed('No password was given.');
    return password;
  } finally {
    lines.close();
    if (isPerson) output.write('\n');
  }
};

const firstLine = (lines: ReturnType<typeof createInterface>): Promise<string> =>
  new Promise((resolve, reject) => {
    lines.once('line', resolve);
    lines.once('SIGINT', () => reject(new Interrupted()));
    lines.once('close', () => resolve(''));
  });
