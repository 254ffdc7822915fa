import { createContext, Script } from 'node:vm';
import type { ContextTexts } from '../../contextParts';

/** Runs one handler of a module: its name, the time, the entropy and the context in, a packed outcome out. */
export type RunInRealm = (handler: string, now: string, entropy: string, ...context: ContextTexts) => string;

/**
 * Opens a realm for one module: its own globals, no code generation from strings, nothing of ours inside. Only
 * functions and strings of the realm are held out here, and no object of ours is ever handed in.
 */
export const openRealm = (library: Script, moduleSource: string, positions: string): RunInRealm => {
  // Without a prototype: a plain object would lead from inside to the outer Function constructor.
  const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  const startModule = library.runInContext(context);
  // The module's own text begins on the second line of its source.
  const factory = new Script(moduleSource, { filename: 'code.js', lineOffset: -1 });
  return startModule(factory.runInContext(context), positions);
};

/** Compiles the library that lives inside every realm; it is run once in each. */
export const compileLibrary = (bundle: string): Script => {
  const body = `'use strict'; const module = { exports: {} }; ((exports) => {\n${bundle}\n})(module.exports);`;
  const library = `((${globals}) => { ${body} return module.exports.startModule; })(${globals})`;
  return new Script(library, { filename: 'appsync-runtime.js' });
};

// As parameters, since each look-up of a context's global passes through interceptors.
const globals = [
  ...['Array', 'BigInt', 'Boolean', 'Date', 'Error', 'Intl', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Reflect'],
  ...['RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
].join(', ');
