import type { AnyNode, BinaryExpression, LogicalExpression, Node, Program } from 'acorn';
import type { Edit } from './applyEdits';
import { insertions } from './modules';
import { isNode, walk } from './walk';

/**
 * Edits that make code behave as on the service, which compiles it to its template language: the right side of `??` is
 * always evaluated, loops end after 1,000 iterations, and undefined is null. `runtime/language/serviceFunctions.ts`
 * defines the inserted functions.
 * https://github.com/aws/aws-appsync-community/issues/403, …/issues/371, …/issues/305
 */
export const serviceEdits = (code: string, program: Program): Edit[] => {
  const edits: Edit[] = [];
  walk(program, (node) => {
    const make = makers.get(node.type);
    if (typeof make === 'function') edits.push(...make(node, code));
  });
  return edits;
};

type Makers = {
  readonly [Type in AnyNode['type']]?: (node: Extract<AnyNode, { type: Type }>, code: string) => readonly Edit[];
};

const table: Makers = {
  BinaryExpression: (node, code) => ([node.left, node.right].some(isNothing) ? loosened(node, code) : []),
  CallExpression: ({ callee }) => {
    if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return [];
    const isLoop = loops.includes(callee.property.name) && callee.object.type !== 'Super';
    return isLoop && !isOptional(callee.object) ? wrapped('bounded', callee.object) : [];
  },
  ForOfStatement: ({ right }) => wrapped('turns', right),
  LogicalExpression: (node, code) => (node.operator === '??' && makesCall(node.right) ? bothSides(node, code) : []),
};

const makers: ReadonlyMap<string, unknown> = new Map(Object.entries(table));

/** `map`, `filter` and `reduce` were seen to stop after 1,000 iterations; for the others it is inferred. */
const loops = ['filter', 'flatMap', 'forEach', 'map', 'reduce'];

const insertion = (at: number, text: string): Edit => ({ start: at, end: at, text });

/** A sequence would become two arguments, so it is left alone: nobody writes one there. */
const wrapped = (name: string, { type, start, end }: Node): readonly Edit[] =>
  type === 'SequenceExpression' ? [] : [insertion(start, `${insertions}.${name}(`), insertion(end, ')')];

/** `a ?? b()` as `await.coalesce(a , b())`. */
const bothSides = (node: LogicalExpression, code: string): readonly Edit[] => [
  insertion(node.start, `${insertions}.coalesce(`),
  { ...operatorOf(node, code), text: ', ' },
  insertion(node.end, ')'),
];

/** `a === null` as `a ==  null`, which is true of undefined too. */
const loosened = (node: BinaryExpression, code: string): readonly Edit[] =>
  strictOperators.includes(node.operator) ? [{ ...operatorOf(node, code), text: `${node.operator.slice(0, 2)} ` }] : [];

const strictOperators: readonly string[] = ['===', '!=='];

const operatorOf = ({ left, right, operator }: BinaryExpression | LogicalExpression, code: string) => {
  const between = code
    .slice(left.end, right.start)
    .replace(/\/\*[^]*?\*\/|\/\/.*/g, (comment) => ' '.repeat(comment.length));
  const start = left.end + between.indexOf(operator);
  return { start, end: start + operator.length };
};

/** `null`, `undefined`, or `void 0`, to which bundlers shorten the latter. */
const isNothing = (node: AnyNode): boolean =>
  (node.type === 'Literal' && node.raw === 'null') ||
  (node.type === 'Identifier' && node.name === 'undefined') ||
  (node.type === 'UnaryExpression' && node.operator === 'void');

const isOptional = (node: Node): boolean => {
  const { object, callee, optional }: Partial<Record<string, unknown>> = { ...node };
  return optional === true || [object, callee].some((part) => isNode(part) && isOptional(part));
};

/** Whether evaluating a node calls a function: only then is its evaluation observable. */
const makesCall = (node: Node): boolean => {
  if (/Function/.test(node.type)) return false;
  if (callTypes.includes(node.type)) return true;
  return Object.values(node).some((part) => [part].flat().some((child) => isNode(child) && makesCall(child)));
};

const callTypes: readonly string[] = ['CallExpression', 'NewExpression', 'TaggedTemplateExpression'];
