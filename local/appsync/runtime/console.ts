import type { Session } from './invocation';
import { toJson } from './json';

/** `console.log` and `console.error`; each call adds a line like `INFO - code.js:13:5: "…"` to the run's logs. */
export const createConsole = (session: Session) => {
  const write =
    (level: string) =>
    (...values: unknown[]) => {
      const { logs, locate } = session.current;
      logs.push(`${level} - code.js:${locate()}: ${values.map((value) => toJson(value) ?? 'undefined').join(' ')}`);
    };
  return { log: write('INFO'), error: write('ERROR') };
};
