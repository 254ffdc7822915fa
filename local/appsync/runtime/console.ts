import type { Session } from './invocation';
import { toJson } from './json';

/** `console.log` and `console.error`, which end in the logs as `INFO - code.js:13:5: "…"`. */
export const createConsole = (session: Session) => {
  const write =
    (level: string) =>
    (...values: unknown[]) => {
      const { logs, locate } = session.current;
      logs.push(`${level} - code.js:${locate()}: ${values.map((value) => toJson(value) ?? 'undefined').join(' ')}`);
    };
  return { log: write('INFO'), error: write('ERROR') };
};
