import { format } from 'node:util';

interface Lines {
  /** The lowest level that is written; default: INFO. */
  readonly level: string | undefined;
  /** The request id of the current invocation. */
  readonly requestIdOf: () => string | undefined;
  readonly stream: NodeJS.WriteStream;
}

/** From lowest to highest. https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html */
const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];

const methods = { trace: 'TRACE', debug: 'DEBUG', log: 'INFO', info: 'INFO', warn: 'WARN', error: 'ERROR' } as const;

/**
 * Makes a console write as Lambda's does with the JSON log format: a single object becomes the `message` as it is,
 * anything else formatted text. https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
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
