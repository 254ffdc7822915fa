import { FieldFailure } from '../errors';
import { isJsonObject, parseJson } from '../json';
import type { ContextParts } from '../contextParts';
import type { CompiledModule, Evaluation, EvaluationError, Follower, HandlerName } from '../ports';
import type { SourceBatch, SourceOutcome } from '../sources/source';

/** One field while its resolver runs. All texts are JSON. */
export interface FieldRun {
  /** The members of `ctx` that stay as they are, packed. */
  readonly fixed: string;
  stash: string;
  /** `ctx.prev`, in a pipeline. */
  prev: string | undefined;
  readonly coordinate: { readonly parentTypeName: string; readonly fieldName: string };
  /** The batch of this field's runs in this request, for each of its steps; opened with the first of them. */
  readonly batchOf: (step: number, open: () => SourceBatch) => SourceBatch;
  /** Leaves of an error's data what the field's selection names. */
  readonly select: (data: unknown) => unknown;
  /** Takes what a handler gives besides its result. */
  readonly append: (error: FieldFailure) => void;
  readonly apply: (effects: Readonly<Record<string, string>>, handler: HandlerName) => void;
}

export interface HandlerResult {
  /** JSON text of what the handler returned. */
  readonly text: string;
  readonly skipTo: 'END' | 'NEXT' | undefined;
}

/** Runs one handler of the field's code. It fails with a FieldFailure, in the words that AppSync has for it. */
export const runHandler = async (
  code: CompiledModule,
  handler: HandlerName,
  run: FieldRun,
  outcome?: SourceOutcome,
): Promise<HandlerResult> => {
  return resultOf(await code.run(handler, contextOf(run, outcome)), handler, run);
};

/**
 * Runs one handler and at once those that can follow it; gives the results of those that ran. Each failure is that of its
 * own handler, and what those before it reported stays reported.
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
  // A failure of the code itself, not of `util.error`, carries its place; its type is then "Code".
  const isCode = type === undefined && (codeErrors !== undefined || /^code\.js:\d+:\d+: /.test(message));
  return new FieldFailure(message, {
    type: isCode ? 'Code' : (type ?? null),
    data: run.select(parseJson(data)),
    info: parseJson(info),
  });
};
