import { malformed } from '../errors';
import { isJsonObject } from '../../json';
import { missing, type Check, type Checked } from './check';

/** The members of a structure, each with its check. (Typed loosely, so that each check keeps the type it asserts.) */
export type Members = Readonly<Record<string, (value: unknown, at: string) => void>>;

/** The type that a structure's checks assert together: a member whose check accepts `undefined` is optional. */
export type Structure<M> = Flat<
  { readonly [Name in RequiredOf<M>]: Checked<M[Name]> } & { readonly [Name in OptionalOf<M>]?: Checked<M[Name]> }
>;

type OptionalOf<M> = { [Name in keyof M]: undefined extends Checked<M[Name]> ? Name : never }[keyof M];
type RequiredOf<M> = Exclude<keyof M, OptionalOf<M>>;
type Flat<T> = { [Name in keyof T]: T[Name] };

/** An object whose named members pass their checks; other members are ignored, as in Cognito. */
export const structure =
  <M extends Members>(members: M): Check<Structure<M>> =>
  (value, at) => {
    if (value === undefined) throw missing(at);
    if (!isJsonObject(value)) throw malformed('Start of structure or map expected.');
    for (const [name, check] of Object.entries(members)) {
      const path = at === '' ? lowerFirst(name) : `${at}.${lowerFirst(name)}`;
      check(Object.hasOwn(value, name) ? value[name] : undefined, path);
    }
  };

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
