import { env, stderr, stdout } from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { writeJsonLines } from './jsonConsole';
import { loadHandler } from './loadHandler';
import { functionArn } from './names';
import { Unserialisable } from './runtimeErrors';
import { shiftTime } from './shiftTime';

/** One event to handle. The pool sends the next only after the answer, as Lambda does. */
export interface WorkerRequest {
  readonly event: string;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  /** How far the twin's clock is ahead of the machine's. */
  readonly aheadMilliseconds: number;
}

export type WorkerAnswer = (
  | { readonly ok: true; readonly payload: string }
  | {
      readonly ok: false;
      readonly errorType: string;
      readonly errorMessage: string;
      /** The stack of what the function threw; Lambda's own errors have none. */
      readonly trace?: string[];
    }
) & {
  /** The last 4,096 characters written to the log during this event. */
  readonly log: string;
};

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#lambda-Invoke-request-LogType */
const tailCharacters = 4 * 1024;

/**
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html; the error message states this exact figure.
 */
const maxBytes = 6_291_556;

const answer = async ({ event, requestId, deadline, aheadMilliseconds }: WorkerRequest): Promise<WorkerAnswer> => {
  setAhead(aheadMilliseconds);
  current.requestId = requestId;
  try {
    const loaded = await loading;
    if ('failure' in loaded) throw loaded.failure;
    const payload = textOf(await loaded.handler(JSON.parse(event), contextOf(requestId, deadline)));
    if (Buffer.byteLength(payload) <= maxBytes) return { ok: true, payload, log: writtenSince() };
    const errorMessage = `Response payload size exceeded maximum allowed payload size (${maxBytes} bytes).`;
    return { ok: false, errorType: 'Function.ResponseSizeTooLarge', errorMessage, log: writtenSince() };
  } catch (error) {
    console.error(error instanceof Error ? error : new Error(String(error))); // as Lambda's runtime does
    const failure =
      error instanceof Error
        ? { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] }
        : { errorType: typeof error, errorMessage: String(error), trace: [] };
    return { ok: false, ...failure, log: writtenSince() };
  }
};

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
const contextOf = (requestId: string, deadline: number) => ({
  awsRequestId: requestId,
  functionName: workerData.name,
  functionVersion: '$LATEST',
  invokedFunctionArn: functionArn(workerData.name),
  memoryLimitInMB: String(workerData.memoryMiB),
  logGroupName: `/aws/lambda/${workerData.name}`,
  logStreamName: 'local',
  getRemainingTimeInMillis: () => deadline - Date.now(),
});

const textOf = (result: unknown): string => {
  try {
    return JSON.stringify(result) ?? 'null';
  } catch {
    throw new Unserialisable();
  }
};

const written: string[] = [];
const writtenSince = (): string => written.splice(0).join('').slice(-tailCharacters);

/** Copies what is written to a stream into `written`, for the log tail in the answer. */
const copyWrites = (stream: NodeJS.WriteStream): void => {
  const write = stream.write.bind(stream);
  Object.assign(stream, {
    write: (...args: Parameters<typeof write>) => {
      written.push(String(args[0]));
      return write(...args);
    },
  });
};

/** The invocation being handled. */
const current: { requestId?: string } = {};

copyWrites(stdout);
copyWrites(stderr);
if (env['AWS_LAMBDA_LOG_FORMAT'] === 'JSON') {
  writeJsonLines(console, { level: env['AWS_LAMBDA_LOG_LEVEL'], requestIdOf: () => current.requestId, stream: stdout });
}

const setAhead = shiftTime(Number(workerData.aheadMilliseconds));
const loading = loadHandler(String(workerData.file));

parentPort?.on('message', (request: WorkerRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
