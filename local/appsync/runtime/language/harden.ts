import { Misuse } from '../errors';
import { absentMembers } from './absentMembers';

// Captured before `harden` takes effect.
const { freeze } = Object;
const world = globalThis;
const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, ownKeys } = Reflect;

/**
 * Locks down the realm: globals are removed (a module gets its own as parameters), functions that APPSYNC_JS lacks
 * throw "Invalid function", and everything that code can reach is frozen: whatever is reachable from `roots`, and the
 * prototypes of literals, functions and iterators.
 */
export const harden = (roots: readonly object[]): void => {
  for (const [owner, names] of absentMembers) for (const name of names) forbid(owner, name);
  for (const prototype of functionPrototypes) deleteProperty(prototype, 'constructor');
  for (const name of ['__proto__', '__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__']) {
    deleteProperty(Object.prototype, name);
  }
  allowShadowing(Object.prototype);
  freezeAll([...roots, ...functionPrototypes, ...iteratorPrototypes, ...literalPrototypes]);
  for (const name of ownKeys(world)) deleteProperty(world, name);
};

const forbid = (owner: object, name: string): void => {
  const value = (): never => {
    throw new Misuse(`Invalid function: ${name}`);
  };
  defineProperty(owner, name, { value });
};

const prototypesOf = (value: object): object[] => {
  const prototype = getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype ? [] : [prototype, ...prototypesOf(prototype)];
};

const functionPrototypes = [() => undefined, async () => undefined, function* () {}, async function* () {}].flatMap(
  (sample) => prototypesOf(sample),
);

/** Prototypes of values that code can write as literals, but that are not reachable from any global. */
const literalPrototypes = [Array, Boolean, BigInt].map(({ prototype }) => prototype);

const iteratorPrototypes = [
  [].values(),
  ''[Symbol.iterator](),
  new Map().values(),
  new Set().values(),
  'a'.matchAll(/a/g),
].flatMap((sample) => prototypesOf(sample));

/** Lets code assign a member that has the name of a frozen inherited one, which strict mode would otherwise refuse. */
const allowShadowing = (prototype: object): void => {
  for (const name of ownKeys(prototype)) {
    const value: unknown = getOwnPropertyDescriptor(prototype, name)?.value;
    if (value === undefined) continue;
    const set = function (this: object, own: unknown): void {
      defineProperty(this, name, { value: own, writable: true, enumerable: true, configurable: true });
    };
    defineProperty(prototype, name, { get: () => value, set, enumerable: false });
  }
};

const freezeAll = (roots: readonly object[]): void => {
  const seen = new Set<object>();
  const pending = [...roots];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    for (const key of ownKeys(value)) {
      const descriptor = getOwnPropertyDescriptor(value, key);
      for (const part of [descriptor?.value, descriptor?.get, descriptor?.set])
        if (isReference(part)) pending.push(part);
    }
    const prototype = getPrototypeOf(value);
    if (prototype !== null) pending.push(prototype);
    if (isExtensible(value)) freeze(value);
  }
};

const isReference = (value: unknown): value is object =>
  typeof value === 'function' || (typeof value === 'object' && value !== null);
