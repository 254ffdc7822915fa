import { Misuse } from '../errors';
import type { Session } from '../invocation';
import { parseJsonOrNothing, toJson } from '../json';
import { createDate } from './createDate';
import { replaceJavaStyle } from '../regex/replaceJavaStyle';
import { serviceFunctions } from './serviceFunctions';

/** The language's own globals as APPSYNC_JS has them: https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html */
export const languageGlobals = (session: Session) => {
  changeMethods();
  return {
    ...{ Array, Boolean, Number, Object, String, isFinite, isNaN, parseFloat, parseInt },
    ...serviceFunctions,
    Date: createDate(session),
    JSON: {
      /** "Returns a blank string if the parsed string isn't valid JSON." */
      parse: (text: unknown): unknown =>
        parseJsonOrNothing(String(text)) ?? (String(text).trim() === 'null' ? null : ''),
      stringify: (value: unknown): string | undefined => toJson(value),
    },
    Math: mathOf(session),
  };
};

const mathOf = (session: Session): object => {
  const members = Reflect.ownKeys(Math).map((key) => [key, Object.getOwnPropertyDescriptor(Math, key)?.value]);
  return Object.assign(Object.fromEntries(members), { random: () => session.current.random.fraction() });
};

/** Methods that exist but work in another way than JavaScript's. */
const changeMethods = (): void => {
  const { sort } = Array.prototype;
  change(Array.prototype, 'sort', (self, args) => {
    if (args.length > 0) throw new Misuse('Array.prototype.sort does not support arguments.');
    return Reflect.apply(sort, self, []);
  });
  change(String.prototype, 'replace', (self, [pattern, by]) => replaceJavaStyle(String(self), pattern, by, 'first'));
  change(String.prototype, 'replaceAll', (self, [pattern, by]) => replaceJavaStyle(String(self), pattern, by, 'all'));
};

const change = (owner: object, name: string, method: (self: unknown, args: readonly unknown[]) => unknown): void => {
  Object.defineProperty(owner, name, {
    value: function (this: unknown, ...args: unknown[]) {
      return method(this, args);
    },
    writable: true,
    configurable: true,
  });
};
