import { parse, type Program } from 'acorn';
import { UnparsableCode } from '../errors';
import { codeErrorAt } from './codeErrorAt';

/** Parses APPSYNC_JS as a module; throws an UnparsableCode if it is not valid JavaScript. */
export const parseModule = (code: string): Program => {
  try {
    return parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column } = placeOf(error);
    const message = error.message.replace(/ \(\d+:\d+\)$/, '.');
    throw new UnparsableCode([
      codeErrorAt('PARSE_ERROR', { line, column: column + 1, span: 1 }, 'SyntaxError', message),
    ]);
  }
};

const placeOf = (error: SyntaxError): { line: number; column: number } => {
  if (!('loc' in error) || typeof error.loc !== 'object' || error.loc === null) return { line: 0, column: -1 };
  const line = 'line' in error.loc ? Number(error.loc.line) : 0;
  return { line, column: 'column' in error.loc ? Number(error.loc.column) : -1 };
};
