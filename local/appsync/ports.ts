import type { JsonObject } from '../json';
import type { ContextParts } from './contextParts';

/** What the AppSync twin needs from outside. `twin.ts` passes these in; no service imports another. */

/** Runs APPSYNC_JS code in isolation: only strings cross the boundary, and no state is kept between runs. */
export interface Evaluator {
  /** Checks and compiles one module (bundled or plain APPSYNC_JS source). The same text is compiled once. */
  readonly load: (code: string) => Promise<CompiledModule>;
  readonly close: () => Promise<void>;
}

export interface CompiledModule {
  /** Runs one exported handler. Never rejects because of what the code does. */
  readonly run: (handler: HandlerName, context: ContextParts) => Promise<Evaluation>;
  /**
   * The same, followed by further handlers, each of which runs only if the preceding one ended as its `after` demands.
   * No source is called in between, so one message to the sandbox is enough. Resolves to the evaluations of those that
   * ran. Only the last one has its result and, if its link is 'prev', the one before it; the others keep just errors,
   * effects and logs. A follower with another link ends the field, so its stash is left out.
   */
  readonly runChain: (
    handler: HandlerName,
    context: ContextParts,
    followers: readonly Follower[],
  ) => Promise<readonly Evaluation[]>;
}

/** A handler that runs after another: its `ctx` has the stash that the other left, and the other's result. */
export interface Follower {
  readonly code: CompiledModule;
  readonly handler: HandlerName;
  readonly after: After;
  readonly link: Link;
}

/** How the preceding handler must end: with a result, or by `runtime.earlyReturn`. */
export type After = 'result' | 'NEXT' | 'NEXT or END';

/** Where the preceding result goes: its payload to `ctx.result`, the whole to `ctx.prev`, or the whole to both. */
export type Link = 'payload' | 'prev' | 'prev and result';

export type HandlerName = 'request' | 'response';

/** The outcome of one handler, in the terms of AppSync's EvaluateCode. Values are JSON. */
export interface Evaluation {
  /** What the handler returned; absent if it failed or returned undefined. */
  readonly result?: string;
  /** Set if the handler ended by `runtime.earlyReturn`; `result` is then the object passed to it. */
  readonly earlyReturn?: { readonly skipTo: 'END' | 'NEXT' };
  readonly error?: EvaluationError;
  readonly logs: readonly string[];
  /** `ctx.stash` after the run. */
  readonly stash: string;
  /** The errors of `util.appendError`, a JSON array. */
  readonly outErrors: string;
  /** Set if the handler used `extensions` or the response headers of `util.http`: by effect, as JSON. */
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
 * Calls a DynamoDB operation (`GetItem`) in DynamoDB's own JSON; rejects with a TableError. A frozen item is deeply
 * frozen, and may be the same object each time it is read.
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
 * Called with the name of the source that makes a call, the IAM action it needs, and the resource: `table/Notes`,
 * `table/Notes/index/ByDate` or `function/sign`.
 */
export type OnSourceCall = (call: { readonly by: string; readonly action: string; readonly resource: string }) => void;

/** Invokes a Lambda by its source's name with a JSON payload. */
export interface Functions {
  readonly invoke: (name: string, payload: unknown) => Promise<Invocation>;
}

export type Invocation =
  { readonly ok: true; readonly payload: unknown } | { readonly ok: false; readonly errorMessage: string };
