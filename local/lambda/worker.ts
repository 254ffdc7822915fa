import { env, stderr, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { writeJsonLines } from './jsonConsole';
import { shiftTime } from './shiftTime';

/** One event to handle. The pool sends the next only after the answer, as Lambda does. */
export interface WorkerRequest {
  readonly event: string;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  /** How far the twin's clock is ahead of the machine's. */
  readonly aheadMs: number;
}

export type WorkerAnswer = (
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string; readonly trace: string[] }
) & {
  /** The last 4,096 characters written to the log during this event. */
  readonly log: string;
};

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#lambda-Invoke-request-LogType */
const tailCharacters = 4 * 1024;

type Handler = (event: unknown, context: object) => unknown;

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

const load = async (): Promise<{ handler: Handler } | { failure: unknown }> => {
  try {
    const { handler } = await import(pathToFileURL(String(workerData.file)).href);
    return isHandler(handler) ? { handler } : { failure: new TypeError('index.handler is not a function') };
  } catch (failure) {
    return { failure };
  }
};

const answer = async ({ event, requestId, deadline, aheadMs }: WorkerRequest): Promise<WorkerAnswer> => {
  setAhead(aheadMs);
  current.requestId = requestId;
  try {
    const loaded = await loading;
    if ('failure' in loaded) throw loaded.failure;
    const context = {
      awsRequestId: requestId,
      functionName: workerData.name,
      functionVersion: '$LATEST',
      memoryLimitInMB: String(workerData.memoryMiB),
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    };
    const result = await loaded.handler(JSON.parse(event), context);
    return { ok: true, payload: JSON.stringify(result) ?? 'null', log: writtenSince() };
  } catch (error) {
    console.error(error instanceof Error ? error : new Error(String(error))); // as Lambda's runtime does
    const failure =
      error instanceof Error
        ? { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] }
        : { errorType: 'Error', errorMessage: String(error), trace: [] };
    return { ok: false, ...failure, log: writtenSince() };
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

const setAhead = shiftTime(Number(workerData.aheadMs));
const loading = load();

parentPort?.on('message', (request: WorkerRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
