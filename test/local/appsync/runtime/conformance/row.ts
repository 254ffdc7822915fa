/** An expectation's source: recorded from AWS, AWS's documentation, Java's documentation, or inferred. */
export type Source = 'recorded' | 'documented' | 'java' | 'inferred';

/** An APPSYNC_JS expression, its value as JSON (or how it must fail), and the source of that expectation. */
export type Row = readonly [expression: string, expected: unknown, source: Source];

/** The error with which an expression must fail. */
export interface Failure {
  readonly fails: string;
}

export const fails = (message: string): Failure => ({ fails: message });
