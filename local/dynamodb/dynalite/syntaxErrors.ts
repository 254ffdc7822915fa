import conditionParser from 'dynalite/db/conditionParser.js';
import projectionParser from 'dynalite/db/projectionParser.js';
import updateParser from 'dynalite/db/updateParser.js';
import { syntaxErrorAt } from '../conditions/syntaxError';
import { isJsonObject } from '../../json';

/**
 * Has dynalite's parsers report syntax errors as DynamoDB does, instead of listing what they expected, and refuse a name
 * that begins with an underscore, which only a placeholder can stand for: https://github.com/aws/aws-sdk-js/issues/1691
 */
export const rewordSyntaxErrors = (): void => {
  for (const parser of [conditionParser, projectionParser, updateParser]) {
    const { parse } = parser;
    parser.parse = (text, options) => {
      const underscore = text.search(/(?<![\w#:])_/);
      if (underscore >= 0) throw syntaxErrorAt(text, underscore);
      try {
        return parse(text, options);
      } catch (error) {
        const offset = offsetOf(error);
        throw offset === undefined ? error : syntaxErrorAt(text, offset);
      }
    };
  }
};

/** Where a parser failed, if it says so. */
const offsetOf = (error: unknown): number | undefined => {
  const location = error instanceof Error && 'location' in error ? error.location : undefined;
  const start = isJsonObject(location) ? location['start'] : undefined;
  const offset = isJsonObject(start) ? start['offset'] : undefined;
  return typeof offset === 'number' ? offset : undefined;
};
