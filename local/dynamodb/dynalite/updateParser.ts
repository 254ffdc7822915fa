import parser from 'dynalite/db/updateParser.js';
import { tooMuchIn } from '../conditions/tooMuchIn';
import { isUpdates } from './parsed';

/** Has dynalite's parser of updates count operators and functions; `=` is neither. */
export const limitUpdates = (): void => {
  const { parse } = parser;
  parser.parse = (text, options) => {
    const outcome = parse(text, options);
    return (isUpdates(outcome) ? tooMuchIn(...outcome.sections.map(({ val }) => val)) : undefined) ?? outcome;
  };
};
