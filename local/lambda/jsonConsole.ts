import { format } from 'node:util';

interface Lines {
  /** The least level that is written; INFO when it is left out. */
  readonly level: string | undefined;
  /** The invocation that writes. */
  readonly requestIdOf: () => string | undefined;
  readonly stream: NodeJS.WriteStream;
}

/** From the least to the most. https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html */
const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];

const methods = { trace: 'TRACE', debug: 'DEBUG', log: 'INFO', info: 'INFO', warn: 'WARN', error: 'ERROR' } as const;

/**
 * Makes a console write as Lambda's does where a function's log format is JSON: an object is the `message` as it is,
 * anything else its text. https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
 */
export const writeJsonLines = (target: Console, { level = 'INFO', requestIdOf, stream }: Lines): void => {
  for (const [method, name] of Object.entries(methods)) {
    const isWanted = levels.indexOf(name) >= levels.indexOf(level);
    const write = (...args: readonly unknown[]): void => {
      const timestamp = new Date().toISOString();
      const line = { timestamp, level: name, requestId: requestIdOf(), message: messageOf(args) };
      stream.write(`${JSON.stringify(line)}\n`);
    };
    Reflect.set(target, method, isWanted ? write : () => undefined);
  }
};

const messageOf = (args: readonly unknown[]): unknown => {
  const [first] = args;
  const isPlain = args.length === 1 && typeof first === 'object' && first !== null && !(first instanceof Error);
  return isPlain ? first : format(...args);
};
