import type { Node, Program } from 'acorn';
import { walk } from './walk';

/**
 * Maps the position that V8 reports for a call to where the call begins. `console.log(…)` begins at `console`, but a
 * stack trace points to `log`, or to the dot before it if the dot follows another call.
 * `{"13:13":"13:5","13:12":"13:5"}`, counted from 1.
 */
export const callPositions = (program: Program): Readonly<Record<string, string>> => {
  const positions: Record<string, string> = {};
  walk(program, (node) => {
    const property = calledProperty(node);
    if (!property) return;
    positions[place(property)] ??= place(node);
    positions[place(property, -1)] ??= place(node);
  });
  return positions;
};

const calledProperty = (node: Node): Node | undefined => {
  if (node.type !== 'CallExpression' || !('callee' in node)) return undefined;
  const { callee } = node;
  if (typeof callee !== 'object' || callee === null || !('property' in callee)) return undefined;
  const { property } = callee;
  return typeof property === 'object' && property !== null && 'loc' in property && 'type' in property
    ? asNode(property)
    : undefined;
};

const asNode = (value: object): Node | undefined =>
  'start' in value && 'end' in value && 'type' in value && isPlaced(value) ? value : undefined;

const isPlaced = (value: object): value is Node => 'loc' in value;

const place = ({ loc }: Node, offset = 0): string =>
  loc ? `${loc.start.line}:${loc.start.column + 1 + offset}` : '0:0';
