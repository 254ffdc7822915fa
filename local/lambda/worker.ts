import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/** What the pool sends: one event at a time, as Lambda does. */
export interface WorkerRequest {
  readonly event: string;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

export type WorkerAnswer =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

type Handler = (event: unknown, context: object) => unknown;

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

const load = (): { handler: Handler } | { failure: unknown } => {
  try {
    const file = String(workerData.file);
    const { handler } = createRequire(file)(file);
    return isHandler(handler) ? { handler } : { failure: new TypeError('index.handler is not a function') };
  } catch (failure) {
    return { failure };
  }
};

const answer = async ({ event, requestId, deadline }: WorkerRequest): Promise<WorkerAnswer> => {
  try {
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
    return { ok: true, payload: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return error instanceof Error
      ? { ok: false, errorType: error.name, errorMessage: error.message }
      : { ok: false, errorType: 'Error', errorMessage: String(error) };
  }
};

const loaded = load();

parentPort?.on('message', (request: WorkerRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
