import { createBoundedCache } from '../../createBoundedCache';
import { checkInput } from '../dynalite/checkInput';
import type { Validation } from '../dynalite/store';
import type { JsonObject } from '../json';

const mostInputs = 500;
const mostCharacters = 4 * 1024;

/**
 * Checks inputs of an operation that leaves them as they are, and keeps what came of it: lists are asked for with the
 * same input over and over, and to check one takes as long as to read its rows.
 */
export const rememberInputs = (validation: Validation): ((input: JsonObject) => JsonObject) => {
  const known = createBoundedCache<JsonObject>(mostInputs);
  return (input) => {
    const text = JSON.stringify(input);
    const found = known.get(text);
    if (found !== undefined) return found;
    const checked = checkInput(input, validation);
    if (text.length <= mostCharacters) known.set(text, checked);
    return checked;
  };
};
