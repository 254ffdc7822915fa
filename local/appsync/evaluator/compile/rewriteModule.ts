import type { ExportNamedDeclaration, ImportDeclaration, Node, Program } from 'acorn';
import { CodeRejected } from '../errors';
import { codeErrorAt } from './codeErrorAt';
import { applyEdits, type Edit, type Shifts } from './applyEdits';
import { importableModules, insertions, moduleGlobals, unsupportedModules } from './modules';
import { serviceEdits } from './serviceEdits';
import { unreadEdits } from './unreadEdits';

/**
 * The module as an expression that evaluates to a curried factory: it takes the globals, then the imports, and returns
 * the handlers. Each run makes a fresh instance, so that no variable of the module, nor a global that it replaces,
 * survives it.
 * Imports and `export` are blanked in place, and the code begins on the second line: line n is line n - 1 of the
 * submitted code. `shifts` lists the insertions that moved the rest of a line.
 */
export const rewriteModule = (code: string, program: Program): { source: string; shifts: Shifts } => {
  const exported = new Map<string, string>();
  const imports: string[] = [];
  const edits: Edit[] = [];
  for (const node of program.body) {
    if (node.type === 'ImportDeclaration') {
      imports.push(importPattern(node));
      edits.push(blank(code, node.start, node.end));
    } else if (node.type === 'ExportNamedDeclaration') {
      for (const [name, local] of exportedNames(node)) exported.set(name, local);
      edits.push(blank(code, node.start, node.declaration?.start ?? node.end));
    } else if (node.type === 'ExportAllDeclaration' || node.type === 'ExportDefaultDeclaration') {
      throw unsupported(node, 'Only named exports of the module itself are supported.');
    }
  }
  const locals = handlerNames.map((name) => exported.get(name) ?? missing(name));
  const handlers = handlerNames.map((name, at) => `${name}: ${locals[at]}`);
  const globals = [...moduleGlobals, insertions].join(', ');
  const head = `'use strict'; ({ ${globals} }) => ({ ${imports.join(', ')} }) => {`;
  const { text, shifts } = applyEdits(code, [
    ...edits,
    ...serviceEdits(code, program),
    ...unreadEdits(program, locals),
  ]);
  return { source: `${head}\n${text}\n;return { ${handlers.join(', ')} }; }`, shifts };
};

const handlerNames = ['request', 'response'];

const missing = (name: string): never => {
  const location = { line: 0, column: 0, span: 0 };
  const value = `Unable to find valid export for ${name}`;
  throw new CodeRejected([{ errorType: 'MISSING_MAPPING_EXPORT', value, location }]);
};

const importPattern = (node: ImportDeclaration): string => {
  const from = String(node.source.value);
  const exported = importableModules.get(from);
  if (!exported) throw unsupported(node, importFault(from));
  const whole = node.specifiers.flatMap((item) => (item.type === 'ImportNamespaceSpecifier' ? [item.local.name] : []));
  const members = node.specifiers.flatMap((item) => {
    if (item.type === 'ImportNamespaceSpecifier') return [];
    const name = item.type === 'ImportSpecifier' ? nameOf(item.imported) : 'default';
    if (!exported.includes(name) && !isTypeName(name)) throw notExported(item, name, from);
    return [`${JSON.stringify(name)}: ${item.local.name}`];
  });
  const patterns = [...whole, ...(members.length > 0 ? [`{ ${members.join(', ')} }`] : [])];
  return patterns.map((pattern) => `${JSON.stringify(from)}: ${pattern}`).join(', ');
};

/** The package also exports types; their names are capitalized, and they are undefined at run time. */
const isTypeName = (name: string): boolean => /^[A-Z]/.test(name);

const notExported = (node: Node, name: string, from: string): CodeRejected =>
  name === 'default'
    ? unsupported(node, `Module '"${from}"' has no default export.`, 'TS1192')
    : unsupported(node, `Module '"${from}"' has no exported member '${name}'.`, 'TS2305');

const importFault = (from: string): string =>
  unsupportedModules.includes(from)
    ? `Module '${from}' is not supported here: there is no such data source.`
    : `Cannot find module '${from}' or its corresponding type declarations.`;

const exportedNames = (node: ExportNamedDeclaration): [name: string, local: string][] => {
  if (node.source) throw unsupported(node, 'Only named exports of the module itself are supported.');
  if (!node.declaration) return node.specifiers.map(({ exported, local }) => [nameOf(exported), nameOf(local)]);
  if (node.declaration.type !== 'VariableDeclaration') return [[node.declaration.id.name, node.declaration.id.name]];
  return node.declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [[id.name, id.name]] : []));
};

const nameOf = (node: ImportDeclaration['specifiers'][number]['local'] | Node): string => {
  if ('name' in node && typeof node.name === 'string') return node.name;
  return 'value' in node ? String(node.value) : '';
};

const unsupported = (node: Node, message: string, code = 'TS2307'): CodeRejected => {
  const { line, column } = node.loc?.start ?? { line: 0, column: -1 };
  return new CodeRejected([
    codeErrorAt('PARSE_ERROR', { line, column: column + 1, span: node.end - node.start }, code, message),
  ]);
};

/** Replaces a range with spaces but keeps its line breaks, so that all positions stay the same. */
const blank = (code: string, start: number, end: number): Edit => ({
  start,
  end,
  text: code.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, ' '),
});
