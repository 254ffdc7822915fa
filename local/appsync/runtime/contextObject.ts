import { pack } from '../pack';
import { Misuse } from './errors';
import { parseJson } from './json';
import type { UnreadPath } from './unread';
import { isObject } from './values';

// Captured before `harden` makes `Object.freeze` throw.
const { freeze } = Object;
const { defineProperty } = Reflect;

/** The members of one `ctx`; each is parsed when first read. */
export interface ContextMembers {
  /** The names of members that not every `ctx` has. */
  readonly others: readonly string[];
  readonly read: (name: string) => unknown;
  /** The JSON of a member that has not been read, and so cannot have been changed; otherwise undefined. */
  readonly untouched: (name: string) => string | undefined;
  /** The same for what a handler can hand on. */
  readonly unread: (path: UnreadPath) => string | undefined;
}

/**
 * Reads members from their JSON. Members that AppSync's `ctx` always has get a default if none is given. If `prev` has
 * nothing but a result, that is also given on its own.
 */
export const createContextMembers = (texts: ReadonlyMap<string, string>, prevResult = ''): ContextMembers => {
  const values = new Map<string, unknown>();
  const parse = (name: string): unknown => {
    const text = texts.get(name) ?? 'null';
    const always = text === 'null' ? usual.get(name) : undefined;
    return name === 'info' ? infoOf(parseJson(always ?? text)) : parseJson(always ?? text);
  };
  const untouched = (name: string): string | undefined => (values.has(name) ? undefined : texts.get(name));
  const argumentsName = isGiven(texts.get('arguments')) ? 'arguments' : 'args';
  return {
    others: [...texts.keys()].filter((name) => !usual.has(name)),
    read: (name) => {
      const own = name === 'args' || name === 'arguments' ? argumentsName : name;
      if (!values.has(own)) values.set(own, parse(own));
      return values.get(own);
    },
    untouched,
    unread: (path) => {
      if (path === 'result') return untouched(path);
      return prevResult === '' || values.has('prev') ? undefined : prevResult;
    },
  };
};

const isGiven = (text: string | undefined): boolean => text !== undefined && text !== 'null';

const usual: ReadonlyMap<string, string> = new Map([
  ...['identity', 'source', 'result', 'prev'].map((name) => [name, 'null'] as const),
  ...['request', 'env', 'arguments', 'args', 'stash', 'info'].map((name) => [name, '{}'] as const),
]);

/**
 * `ctx` as handlers see it. Members cannot be replaced, the stash can be written to, and the selection set of `info` is
 * omitted from JSON: https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html
 * Accessors are slow to create, so a realm creates one object per set of names; it holds no data itself, but reads the
 * members of the current run.
 */
export const createContextObjects = (read: (name: string) => unknown): ((others: readonly string[]) => object) => {
  const known = new Map<string, object>();
  const make = (others: readonly string[]): object => {
    const ctx = {};
    for (const name of [...usual.keys(), ...others]) {
      const set = (): never => {
        throw new Misuse(`Cannot assign to read only property '${name}' of object '#<Object>'`);
      };
      defineProperty(ctx, name, { enumerable: true, get: () => read(name), set });
    }
    return freeze(ctx);
  };
  return (others) => {
    const shape = pack(others);
    const ctx = known.get(shape) ?? make(others);
    if (known.size < maxShapes) known.set(shape, ctx);
    return ctx;
  };
};

/** Real contexts have few sets of names; a mock context may have any names. */
const maxShapes = 20;

const infoOf = (given: unknown): unknown => {
  if (!isObject(given)) return given ?? {};
  for (const name of hidden) if (Object.hasOwn(given, name)) defineProperty(given, name, { enumerable: false });
  return given;
};

const hidden = ['selectionSetGraphQL', 'selectionSetList'];
