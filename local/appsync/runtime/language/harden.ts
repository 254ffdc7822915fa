import { Misuse } from '../errors';
import { absentMembers } from './absentMembers';

// Kept from before resolver code loses them.
const { freeze } = Object;
const world = globalThis;
const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, ownKeys } = Reflect;

/**
 * Leaves the realm with nothing to reach and nothing to change: globals are removed (a module gets its own as
 * parameters), what APPSYNC_JS lacks answers "Invalid function", and all that code can get hold of is frozen: what
 * hangs on `roots`, and what the language's literals hang on.
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

/** Prototypes of what code can write and that no global leads to. */
const literalPrototypes = [Array, Boolean, BigInt].map(({ prototype }) => prototype);

const iteratorPrototypes = [
  [].values(),
  ''[Symbol.iterator](),
  new Map().values(),
  new Set().values(),
  'a'.matchAll(/a/g),
].flatMap((sample) => prototypesOf(sample));

/** Lets objects have members named as frozen inherited ones, which assignment alone would refuse in strict mode. */
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
