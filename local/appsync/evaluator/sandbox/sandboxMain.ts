import type { Script } from 'node:vm';
import { runChain, type CallHandler } from './runChain';
import { compileLibrary, openRealm, type RunInRealm } from './realm';
import { servePipe } from './servePipe';

// The entry point of the process that runs resolver code.

const state: { library: Script | undefined } = { library: undefined };
const realms = new Map<string, RunInRealm>();

const load = (moduleId: string, source: string, positions: string): void => {
  try {
    if (state.library) realms.set(moduleId, openRealm(state.library, source, positions));
  } catch {
    realms.delete(moduleId); // calls to it get no outcome
  }
};

/** Whatever is thrown belongs to the realm, so it is not inspected. */
const call: CallHandler = (moduleId, ...args) => {
  try {
    return realms.get(moduleId)?.(...args);
  } catch {
    return undefined;
  }
};

servePipe((kind, parts) => {
  const [first = '', ...rest] = parts;
  if (kind === 'run') return runChain(call, parts);
  if (kind === 'library') state.library = compileLibrary(first);
  if (kind === 'load') load(first, rest[0] ?? '', rest[1] ?? '{}');
  if (kind === 'drop') realms.delete(first);
  return undefined;
});
