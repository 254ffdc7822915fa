import type { CodeError } from '../../ports';

interface Span {
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  readonly span: number;
}

/** A code error in EvaluateCode's form: `code.js(5,44): error @aws-appsync/no-regex: Regex literals are …`. */
export const codeErrorAt = (
  errorType: string,
  { line, column, span }: Span,
  rule: string,
  message: string,
): CodeError => ({
  errorType,
  value: `code.js(${line},${column}): error ${rule}: ${message}`,
  location: { line, column, span },
});
