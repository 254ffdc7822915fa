import { javaTextOf } from '../../javaWords';
import { InvalidScalar } from '../../errors';

/** A scalar's conversions: from the client's value to the resolver's, and from the resolver's to the response. */
export interface Scalar {
  readonly parse: (value: unknown) => unknown;
  readonly serialize: (value: unknown) => unknown;
}

/** AppSync's words for an input value that is not valid for the scalar. */
export const unparseable = (value: unknown, form: string): InvalidScalar =>
  new InvalidScalar(`Unable to parse \`${shown(value)}\` as ${form}.`);

/** AppSync's words for a resolver's value that is not valid for the scalar. */
export const unserializable = (value: unknown, form: string): InvalidScalar =>
  new InvalidScalar(`Unable to serialize \`${shown(value)}\` as ${form}.`);

/** A value in a message, as users saw an object that was sent for a date: https://github.com/aws-amplify/amplify-android/issues/590 */
export const shown = (value: unknown): string => javaTextOf(value).slice(0, 1_000);
