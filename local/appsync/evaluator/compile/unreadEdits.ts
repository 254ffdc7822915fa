import type { AnyNode, Function as FunctionNode, Node, Program } from 'acorn';
import type { Edit } from './applyEdits';
import { insertions } from './modules';
import { isNode, walk } from './walk';

/**
 * Edits that spare what a handler only hands on: `return ctx.result` becomes
 * `return await.unread(ctx,"result")||ctx.result`. If that member has not been read, `unread` returns an object that
 * stands for it, so that its JSON is neither parsed nor written again; otherwise nothing. Just the values that handlers
 * return and `runtime.earlyReturn` takes are edited: there, no code of the module gets to see such an object. Whether it
 * is the real `runtime` shows only when the code runs, so `unread` is told: `await.unread(ctx,"result",runtime)`.
 */
export const unreadEdits = (program: Program, handlers: readonly string[]): Edit[] =>
  [...valuesReturned(program, handlers), ...valuesReturnedEarly(program)].flatMap(({ value, taker }) => {
    const member = memberOf(value);
    if (!member) return [];
    const given = [member.owner, JSON.stringify(member.path), ...(taker === undefined ? [] : [taker])];
    return [{ start: value.start, end: value.start, text: `${insertions}.unread(${given.join()})||` }];
  });

/** A value that leaves the module, and the name of what takes it, other than the end of a handler. */
interface Leaving {
  readonly value: Node;
  readonly taker?: string;
}

/** `ctx.result` or `ctx.prev.result`, whatever the name of `ctx`. */
const memberOf = (value: Node): { owner: string; path: string } | undefined => {
  const { object, name } = propertyOf(value);
  if (!object || name !== 'result') return undefined;
  if (object.type === 'Identifier') return { owner: object.name, path: 'result' };
  const outer = propertyOf(object);
  return outer.name === 'prev' && outer.object?.type === 'Identifier'
    ? { owner: outer.object.name, path: 'prev.result' }
    : undefined;
};

const propertyOf = (node: Node): { object?: AnyNode; name?: string } =>
  isA('MemberExpression', node) && !node.computed && !node.optional && node.property.type === 'Identifier'
    ? { object: node.object, name: node.property.name }
    : {};

const isA = <Type extends AnyNode['type']>(type: Type, node: Node): node is Extract<AnyNode, { type: Type }> =>
  node.type === type;

/** What handlers return, unless the module itself calls them, be it by the name that only a function knows of itself. */
const valuesReturned = (program: Program, handlers: readonly string[]): readonly Leaving[] => {
  const names = namesOf(program);
  const values: Node[] = [];
  walk(program, (node) => {
    const { id, init = node }: Partial<Record<string, unknown>> = { ...node };
    if (!isNode(id) || !isA('Identifier', id) || !isNode(init) || !isFunction(init)) return;
    const isCalled = [id.name, init.id?.name ?? id.name].some((name) => names.get(name) !== 1);
    if (handlers.includes(id.name) && !isCalled) values.push(...returnedBy(init));
  });
  return values.map((value) => ({ value }));
};

/** How often each name occurs, other than in a list of exports. */
const namesOf = (program: Program): ReadonlyMap<string, number> => {
  const names = new Map<string, number>();
  walk(program, (node, parent) => {
    if (!isA('Identifier', node) || parent?.type === 'ExportSpecifier') return;
    names.set(node.name, (names.get(node.name) ?? 0) + 1);
  });
  return names;
};

const isFunction = (node: Node): node is FunctionNode => /Function/.test(node.type);

const returnedBy = ({ body }: FunctionNode): readonly Node[] =>
  body.type === 'BlockStatement' ? returnsIn(body) : [body];

/** The arguments of `return`, except for those of inner functions. */
const returnsIn = (node: Node): readonly Node[] => {
  if (isA('ReturnStatement', node)) return node.argument ? [node.argument] : [];
  return Object.values(node)
    .flat()
    .flatMap((child: unknown) => (isNode(child) && !isFunction(child) ? returnsIn(child) : []));
};

/** The first arguments of `runtime.earlyReturn`, unless the module runs code of its own for the argument after it. */
const valuesReturnedEarly = (program: Program): readonly Leaving[] => {
  const values: Leaving[] = [];
  walk(program, (node) => {
    if (!isA('CallExpression', node)) return;
    const { object, name } = propertyOf(node.callee);
    const [value, ...options] = node.arguments;
    if (object?.type !== 'Identifier' || name !== 'earlyReturn') return;
    if (value && options.every(isConstant)) values.push({ value, taker: object.name });
  });
  return values;
};

const isConstant = (node: Node): boolean =>
  isA('ObjectExpression', node)
    ? node.properties.every((property) => isA('Property', property) && !property.computed && isConstant(property.value))
    : node.type === 'Literal';
