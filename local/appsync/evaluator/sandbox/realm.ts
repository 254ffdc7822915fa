import { createContext, Script } from 'node:vm';
import type { ContextTexts } from '../../contextParts';

/** Runs one handler of a module, given its name, the time, the entropy and the context; returns a packed outcome. */
export type RunInRealm = (handler: string, now: string, entropy: string, ...context: ContextTexts) => string;

/**
 * Opens a realm for one module, with its own globals and no code generation from strings. No object of the outer realm
 * is ever passed in; out here, only functions and strings of the realm are held.
 */
export const openRealm = (library: Script, moduleSource: string, positions: string): RunInRealm => {
  // No prototype: through a plain object, code inside could reach the outer Function constructor.
  const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  const startModule = library.runInContext(context);
  // The module's own text begins on the second line of its source.
  const factory = new Script(moduleSource, { filename: 'code.js', lineOffset: -1 });
  return startModule(factory.runInContext(context), positions);
};

/** Compiles the library that runs once in every realm. */
export const compileLibrary = (bundle: string): Script => {
  const body = `'use strict'; const module = { exports: {} }; ((exports) => {\n${bundle}\n})(module.exports);`;
  const library = `((${globals}) => { ${body} return module.exports.startModule; })(${globals})`;
  return new Script(library, { filename: 'appsync-runtime.js' });
};

// Passed as parameters, since each lookup of a context's global goes through interceptors.
const globals = [
  ...['Array', 'BigInt', 'Boolean', 'Date', 'Error', 'Intl', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Reflect'],
  ...['RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
].join(', ');
