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

const methods = {
  trace: 'TRACE',
  debug: 'DEBUG',
  log: 'INFO',
  info: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
  fatal: 'FATAL', // not a method of Node's console
} as const;

/**
 * Makes a console write as Lambda's does with the JSON log format: a single value becomes `message` as it is, with
 * errors in it as objects; several values become text, and the first error among them is added in fields of its own.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html and
 * https://github.com/aws/aws-lambda-nodejs-runtime-interface-client/blob/main/src/logging/formatter.ts
 */
export const writeJsonLines = (target: Console, { level = 'INFO', requestIdOf, stream }: Lines): void => {
  for (const [method, name] of Object.entries(methods)) {
    const isWanted = levels.indexOf(name) >= levels.indexOf(level);
    const write = (...args: readonly unknown[]): void => {
      const about = { timestamp: new Date().toISOString(), level: name, requestId: requestIdOf() };
      stream.write(`${lineOf(about, args)}\n`);
    };
    Reflect.set(target, method, isWanted ? write : () => undefined);
  }
};

const lineOf = (about: object, [message, ...others]: readonly unknown[]): string => {
  if (others.length > 0) {
    const error = others.find((value) => value instanceof Error);
    return JSON.stringify({ ...about, message: format(message, ...others), ...(error && described(error)) });
  }
  try {
    return JSON.stringify({ ...about, message }, (_name, value: unknown) =>
      value instanceof Error ? { ...described(value), ...value } : value,
    );
  } catch {
    return JSON.stringify({ ...about, message: format(message) }); // circular, or without a JSON form
  }
};

const described = (error: Error) => ({
  errorType: error.constructor.name,
  errorMessage: error.message,
  stackTrace: error.stack?.split('\n') ?? [],
});
