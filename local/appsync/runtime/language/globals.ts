import { Misuse } from '../errors';
import type { Session } from '../invocation';
import { parseJsonOrNothing, toJson } from '../json';
import { replaceJavaStyle } from '../regex/replaceJavaStyle';

/** The standard globals of APPSYNC_JS: https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html */
export const languageGlobals = (session: Session) => {
  changeMethods();
  return {
    ...{ Array: { isArray: Array.isArray }, Number, Object, String },
    JSON: {
      /** "Returns a blank string if the parsed string isn't valid JSON." */
      parse: (text: unknown): unknown =>
        parseJsonOrNothing(String(text)) ?? (String(text).trim() === 'null' ? null : ''),
      stringify: (value: unknown): string | undefined => toJson(value),
    },
    Math: { ceil, floor, max, min, random: () => session.current.random.fraction(), round },
  };
};

const { ceil, floor, max, min, round } = Math;

/** Replaces methods that behave differently from JavaScript's. */
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
