import { pack } from '../pack';
import type { Invocation } from './invocation';
import { toJson, toJsonIfAny } from './json';
import type { Outcome } from './outcome';

// "Maximum … evaluated resolver … size: 5 MB": https://docs.aws.amazon.com/general/latest/gr/appsync.html
const maxCharacters = 5 * 1024 * 1024;
const tooLarge = 'The evaluated code exceeds the size limit of 5 MB.';

/**
 * Packs everything a run leaves behind; the run fails if its stash, errors or effects cannot be serialized. Logs, errors
 * and effects are absent if there are none.
 */
export const packOutcome = (outcome: Outcome, { logs, errors, effects, members }: Invocation): string => {
  const faults: string[] = [];
  const write = (what: string, value: unknown): string | undefined => {
    try {
      return toJson(value);
    } catch {
      faults.push(`${what} cannot be converted to JSON.`);
      return undefined;
    }
  };
  const left = [
    logs.length > 0 ? toJsonIfAny(logs) : undefined,
    members.untouched('stash') ?? write('The stash', members.read('stash')),
    errors.length > 0 ? write('The data of an appended error', errors) : undefined,
    Object.keys(effects).length > 0 ? write('The argument of an extension', effects) : undefined,
  ];
  const [fault] = faults;
  const { result, skipTo, error } = fault === undefined || outcome.error ? outcome : failure(fault);
  const packed = pack([result, skipTo, error && toJsonIfAny(error), ...left]);
  return packed.length <= maxCharacters ? packed : pack([undefined, undefined, toJsonIfAny(failure(tooLarge).error)]);
};

const failure = (message: string): Outcome => ({ error: { message } });
