import type { ContextParts } from './contextParts';

/** What the AppSync twin asks of the rest of the world. `twin.ts` hands these in; no service imports another. */

/** Runs APPSYNC_JS code, isolated: only strings cross the border, and nothing is kept between two runs. */
export interface Evaluator {
  /** Checks and compiles one module (bundled or plain APPSYNC_JS source). The same text is compiled once. */
  readonly load: (code: string) => Promise<CompiledModule>;
  readonly close: () => Promise<void>;
}

export interface CompiledModule {
  /** Runs one exported handler. Never rejects for what the code does. */
  readonly run: (handler: HandlerName, context: ContextParts) => Promise<Evaluation>;
  /**
   * The same, and at once the handlers that follow it, each only if the one before ended the way it waits for: no source
   * is asked in between, so one message does. Gives the evaluations of those that ran. The last one has its result, the
   * one before it too when its follower found it in `ctx.prev`; the others say no more than what they reported. One that
   * finds its result in `ctx.result` ends the field, and its stash is not told.
   */
  readonly runChain: (
    handler: HandlerName,
    context: ContextParts,
    followers: readonly Follower[],
  ) => Promise<readonly Evaluation[]>;
}

/** A handler that follows another: its `ctx` has the stash that the other left, and its result. */
export interface Follower {
  readonly code: CompiledModule;
  readonly handler: HandlerName;
  readonly after: After;
  readonly link: Link;
}

/** How the handler before has to end: with a result, or by `runtime.earlyReturn`. */
export type After = 'result' | 'NEXT' | 'NEXT or END';

/** Where a handler finds the result of the one before: its payload in `ctx.result`, in `ctx.prev`, or in both. */
export type Link = 'payload' | 'prev' | 'prev and result';

export type HandlerName = 'request' | 'response';

/** The outcome of one handler, in the terms of AppSync's EvaluateCode. Values are JSON texts. */
export interface Evaluation {
  /** What the handler returned; absent when it failed or returned undefined. */
  readonly result?: string;
  /** Set when the handler ended through `runtime.earlyReturn`; `result` is then the object it gave. */
  readonly earlyReturn?: { readonly skipTo: 'END' | 'NEXT' };
  readonly error?: EvaluationError;
  readonly logs: readonly string[];
  /** `ctx.stash` after the run. */
  readonly stash: string;
  /** The errors of `util.appendError`, a JSON array. */
  readonly outErrors: string;
  /** Set when the handler used the `extensions` or `util.http` response headers; a JSON object each. */
  readonly effects?: Readonly<Record<string, string>>;
}

export interface EvaluationError {
  readonly message: string;
  /** The type given to `util.error`, or `Unauthorized`; absent for other failures. */
  readonly type?: string;
  /** JSON text of `util.error`'s third argument. */
  readonly data?: string;
  /** JSON text of `util.error`'s fourth argument. */
  readonly info?: string;
  readonly codeErrors?: readonly CodeError[];
}

export interface CodeError {
  readonly errorType: string;
  readonly value: string;
  readonly location: { readonly line: number; readonly column: number; readonly span: number };
}

/**
 * Calls a DynamoDB operation (`GetItem`) in DynamoDB's own JSON; rejects with a TableError. An item that is frozen is so
 * in all its parts, and may be the same object each time it is read.
 */
export interface Tables {
  readonly call: (operation: string, input: JsonObject) => Promise<JsonObject>;
}

/** What `Tables.call` rejects with: DynamoDB's exception, in DynamoDB's words. */
export interface TableError extends Error {
  /** `ConditionalCheckFailedException` */
  readonly name: string;
  readonly statusCode: number;
  /** Members of the exception besides its message: `Item`, `CancellationReasons`. */
  readonly details: JsonObject;
}

/**
 * Told of what a source, by its name, asks for: an IAM action, and a resource like `table/Notes`,
 * `table/Notes/index/ByDate` or `function/sign`.
 */
export type OnSourceCall = (call: { readonly by: string; readonly action: string; readonly resource: string }) => void;

/** Invokes a Lambda by its source's name with a JSON payload. */
export interface Functions {
  readonly invoke: (name: string, payload: unknown) => Promise<Invocation>;
}

export type Invocation =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

export type JsonObject = { readonly [key: string]: unknown };
