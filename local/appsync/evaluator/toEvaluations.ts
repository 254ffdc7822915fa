import type { Evaluation, EvaluationError } from '../ports';
import type { Ending } from './job';
import { unpack } from '../pack';

export interface Limits {
  readonly deadlineMilliseconds: number;
  readonly memoryMiB: number;
}

/** The evaluations of a job's handlers, as the port defines them. If the job was stopped, there is one: that error. */
export const toEvaluations = (ending: Ending, limits: Limits): readonly [Evaluation, ...Evaluation[]] => {
  if ('stoppedBy' in ending) return [failed(stopMessage(ending.stoppedBy, limits))];
  const [first, ...rest] = unpack(ending.outcome ?? '');
  return [toEvaluation(first), ...rest.map(toEvaluation)];
};

/** The evaluation of one handler; its outcome is empty if it could not run. */
const toEvaluation = (outcome: string | undefined): Evaluation => {
  if (!outcome) return failed('Code evaluation failed.');
  const [result, skipTo, error, logs = '[]', stash = '{}', outErrors = '[]', effects = '{}'] = unpack(outcome);
  // Member by member: spreading mostly absent members took a twentieth of a small request's time.
  const evaluation: Mutable<Evaluation> = { logs: logs === '[]' ? [] : textsOf(JSON.parse(logs)), stash, outErrors };
  if (result !== undefined) evaluation.result = result;
  if (skipTo === 'END' || skipTo === 'NEXT') evaluation.earlyReturn = { skipTo };
  if (error !== undefined) evaluation.error = toError(JSON.parse(error));
  if (effects !== '{}') evaluation.effects = membersAsJson(JSON.parse(effects));
  return evaluation;
};

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const failed = (message: string): Evaluation => ({ error: { message }, logs: [], stash: '{}', outErrors: '[]' });

const stopMessage = (stoppedBy: 'deadline' | 'crash', { deadlineMilliseconds, memoryMiB }: Limits): string =>
  stoppedBy === 'deadline'
    ? `Code evaluation exceeded the time limit of ${deadlineMilliseconds} ms.`
    : `Code evaluation exceeded the memory limit of ${memoryMiB} MiB.`;

const toError = (error: unknown): EvaluationError => {
  const { message, type, data, info } = membersOf(error);
  return {
    message: String(message),
    ...(typeof type === 'string' ? { type } : {}),
    ...(typeof data === 'string' ? { data } : {}),
    ...(typeof info === 'string' ? { info } : {}),
  };
};

const membersAsJson = (effects: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(membersOf(effects)).map(([name, value]) => [name, JSON.stringify(value)]));

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
