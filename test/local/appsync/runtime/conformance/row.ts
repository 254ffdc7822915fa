/** Where an expectation comes from: seen from AWS, said in its documentation, of Java's documentation, or concluded. */
export type Source = 'recorded' | 'documented' | 'java' | 'inferred';

/** An expression of APPSYNC_JS, its value as JSON (an Error's message if it must fail), and why. */
export type Row = readonly [expression: string, expected: unknown, source: Source];

/** What an expression must fail with. */
export interface Failure {
  readonly fails: string;
}

export const fails = (message: string): Failure => ({ fails: message });
