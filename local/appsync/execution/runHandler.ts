import { FieldFailure } from '../errors';
import { isJsonObject } from '../../json';
import { parseJson } from '../json';
import type { ContextParts } from '../contextParts';
import type { CompiledModule, Evaluation, EvaluationError, Follower, HandlerName } from '../ports';
import type { SourceBatch, SourceOutcome } from '../sources/source';

/** One field while its resolver runs. */
export interface FieldRun {
  /** The members of `ctx` that do not change, packed. */
  readonly fixed: string;
  /** `ctx.stash` as JSON. */
  stash: string;
  /** `ctx.prev.result` as JSON, in a pipeline. */
  prev: string | undefined;
  readonly coordinate: { readonly parentTypeName: string; readonly fieldName: string };
  /** The batch of this field's runs in this request, for one of its steps; the first run opens it. */
  readonly batchOf: (step: number, open: () => SourceBatch) => SourceBatch;
  /** Reduces an error's data to what the field's selection names. */
  readonly select: (data: unknown) => unknown;
  /** Receives an error of `util.appendError`. */
  readonly append: (error: FieldFailure) => void;
  /** Receives a handler's other effects: `extensions` and response headers. */
  readonly apply: (effects: Readonly<Record<string, string>>, handler: HandlerName) => void;
}

export interface HandlerResult {
  /** JSON text of what the handler returned. */
  readonly text: string;
  readonly skipTo: 'END' | 'NEXT' | undefined;
}

/** Runs one handler of the field's code; rejects with a FieldFailure in AppSync's words. */
export const runHandler = async (
  code: CompiledModule,
  handler: HandlerName,
  run: FieldRun,
  outcome?: SourceOutcome,
): Promise<HandlerResult> => {
  return resultOf(await code.run(handler, contextOf(run, outcome)), handler, run);
};

/**
 * Runs one handler and, in the same call, those that can follow it; resolves to the results of those that ran. A
 * failure is reported as its own handler's, and what the handlers before it reported is kept.
 */
export const runChain = async (
  { code, handler }: Pick<Follower, 'code' | 'handler'>,
  followers: readonly Follower[],
  run: FieldRun,
  outcome?: SourceOutcome,
): Promise<readonly HandlerResult[]> => {
  const evaluations = await code.runChain(handler, contextOf(run, outcome), followers);
  return evaluations.map((evaluation, at) => resultOf(evaluation, followers[at - 1]?.handler ?? handler, run));
};

const resultOf = (evaluation: Evaluation, handler: HandlerName, run: FieldRun): HandlerResult => {
  run.stash = evaluation.stash;
  report(evaluation, handler, run);
  if (evaluation.error) throw failureOf(evaluation.error, run);
  return { text: evaluation.result ?? 'null', skipTo: evaluation.earlyReturn?.skipTo };
};

const contextOf = ({ fixed, stash, prev }: FieldRun, outcome: SourceOutcome | undefined): ContextParts => ({
  fixed,
  stash,
  prev,
  result: outcome?.result,
  error: outcome?.error && JSON.stringify(outcome.error),
});

const report = ({ outErrors, effects }: Evaluation, handler: HandlerName, run: FieldRun): void => {
  if (outErrors !== '[]') {
    const errors = parseJson(outErrors);
    if (Array.isArray(errors)) for (const error of errors) run.append(appendedFailure(error, run));
  }
  if (effects) run.apply(effects, handler);
};

const appendedFailure = (entry: unknown, run: FieldRun): FieldFailure => {
  if (!isJsonObject(entry)) return new FieldFailure(String(entry));
  const { message, errorType, type, data, errorInfo, info } = entry;
  const kind = errorType ?? type;
  return new FieldFailure(typeof message === 'string' ? message : '', {
    type: typeof kind === 'string' ? kind : null,
    data: run.select(data),
    info: errorInfo ?? info,
  });
};

const failureOf = ({ message, type, data, info, codeErrors }: EvaluationError, run: FieldRun): FieldFailure => {
  const { fieldName, parentTypeName } = run.coordinate;
  if (type === 'Unauthorized' && message === 'Unauthorized') {
    return new FieldFailure(`Not Authorized to access ${fieldName} on type ${parentTypeName}`, { type });
  }
  // A failure of the code itself, unlike one of `util.error`, has a location; its type is then "Code".
  const isCode = type === undefined && (codeErrors !== undefined || /^code\.js:\d+:\d+: /.test(message));
  return new FieldFailure(message, {
    type: isCode ? 'Code' : (type ?? null),
    data: run.select(parseJson(data)),
    info: parseJson(info),
  });
};
