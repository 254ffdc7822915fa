import { createInterface } from 'node:readline/promises';
import type { Terminal } from '../user/readPassword';

/** Asks a person at the terminal; an empty answer when there is none, since the input then is the password's. */
export const askLine = async ({ input, output }: Terminal, question: string): Promise<string> => {
  if (input.isTTY !== true) return '';
  const lines = createInterface({ input, output });
  try {
    return await new Promise<string>((resolve) => {
      lines.once('SIGINT', () => resolve(''));
      lines.once('close', () => resolve(''));
      void lines.question(`${question}: `).then(resolve);
    });
  } finally {
    lines.close();
  }
};
