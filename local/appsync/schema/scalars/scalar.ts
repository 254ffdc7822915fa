import { InvalidScalar } from '../../errors';

/** A scalar both ways: what a client sent to what a resolver sees, and what a resolver gave to what goes out. */
export interface Scalar {
  readonly parse: (value: unknown) => unknown;
  readonly serialize: (value: unknown) => unknown;
}

/** AppSync's words for a value that came in and is not of the scalar's form. */
export const unparseable = (value: unknown, form: string): InvalidScalar =>
  new InvalidScalar(`Unable to parse \`${shown(value)}\` as ${form}.`);

/** AppSync's words for a value that a resolver gave and that is not of the scalar's form. */
export const unserializable = (value: unknown, form: string): InvalidScalar =>
  new InvalidScalar(`Unable to serialize \`${shown(value)}\` as ${form}.`);

const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null')).slice(0, 1_000);
