import { createInterface } from 'node:readline/promises';
import { Interrupted } from '../errors';
import type { Terminal } from '../user/readPassword';

/** Asks at the terminal; resolves with '' if there is none, since the input then holds the password. */
export const askLine = async ({ input, output }: Terminal, question: string): Promise<string> => {
  if (input.isTTY !== true) return '';
  const lines = createInterface({ input, output });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('SIGINT', () => reject(new Interrupted()));
      lines.once('close', () => resolve(''));
      void lines.question(`${question}: `).then(resolve, reject);
    });
  } finally {
    lines.close();
  }
};
