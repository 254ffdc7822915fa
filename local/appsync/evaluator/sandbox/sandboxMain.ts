import type { Script } from 'node:vm';
import { contextAfter } from './contextAfter';
import { pack } from './pack';
import { compileLibrary, openRealm, type RunInRealm } from './realm';
import { servePipe } from './servePipe';

// The program of the process that resolver code runs in.

const state: { library: Script | undefined } = { library: undefined };
const realms = new Map<string, RunInRealm>();

const load = (moduleId: string, source: string, positions: string): void => {
  try {
    if (state.library) realms.set(moduleId, openRealm(state.library, source, positions));
  } catch {
    realms.delete(moduleId); // its calls are answered with nothing
  }
};

/** What is thrown here belongs to the realm, so it is not looked at. */
const call = (moduleId: string, [handler = '', now = '', entropy = '', context = '']: readonly string[]) => {
  try {
    return realms.get(moduleId)?.(handler, now, entropy, context);
  } catch {
    return undefined;
  }
};

/** Two calls, if the first lets the second follow. */
const both = (moduleId: string, parts: readonly string[]): string => {
  const [nextModuleId = '', nextHandler = '', nextNow = '', nextEntropy = '', fixed = '', link = ''] = parts.slice(4);
  const first = call(moduleId, parts);
  const context = first === undefined ? undefined : contextAfter(first, fixed, link);
  const second = context === undefined ? undefined : call(nextModuleId, [nextHandler, nextNow, nextEntropy, context]);
  // A second one that gave nothing is told from one that did not run.
  return pack([first, context === undefined ? undefined : (second ?? '')]);
};

servePipe((kind, [first = '', ...rest]) => {
  if (kind === 'call') return call(first, rest);
  if (kind === 'both') return both(first, rest);
  if (kind === 'library') state.library = compileLibrary(first);
  if (kind === 'load') load(first, rest[0] ?? '', rest[1] ?? '{}');
  if (kind === 'drop') realms.delete(first);
  return undefined;
});
