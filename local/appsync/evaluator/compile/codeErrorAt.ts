import type { CodeError } from '../../ports';

interface Span {
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  readonly span: number;
}

/**
 * A code error in AppSync's format: `code.js(5,44): error @aws-appsync/no-regex: Regex literals are …`. TypeScript's
 * errors end with a line break: https://github.com/hashicorp/terraform-provider-aws/issues/30760
 */
export const codeErrorAt = (
  errorType: string,
  { line, column, span }: Span,
  rule: string,
  message: string,
): CodeError => ({
  errorType,
  value: `code.js(${line},${column}): error ${rule}: ${message}${errorType === 'PARSE_ERROR' ? '\n' : ''}`,
  location: { line, column, span },
});
