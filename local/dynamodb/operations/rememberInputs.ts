import { createBoundedCache } from '../../createBoundedCache';
import { checkInput } from '../dynalite/checkInput';
import type { Validation } from '../dynalite/store';
import type { JsonObject } from '../../json';

const maxInputs = 500;
const maxCharacters = 4 * 1024;

/**
 * Validates inputs and caches the results, for an operation that does not modify its input: clients repeat the same
 * Query, and validating one takes as long as reading its rows.
 */
export const rememberInputs = (validation: Validation): ((input: JsonObject) => JsonObject) => {
  const known = createBoundedCache<JsonObject>(maxInputs);
  return (input) => {
    const text = JSON.stringify(input);
    const found = known.get(text);
    if (found !== undefined) return found;
    const checked = checkInput(input, validation);
    if (text.length <= maxCharacters) known.set(text, checked);
    return checked;
  };
};
