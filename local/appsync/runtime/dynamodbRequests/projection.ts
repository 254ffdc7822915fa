import { Misuse } from '../errors';
import { createPlaceholders, type Expression } from './expressions';

/** A projection of attribute paths: `nested.object[1]` becomes `#expName_1.#expName_2[1]`. */
export const projectionOf = (paths: unknown): Expression | undefined => {
  if (paths === undefined || paths === null) return undefined;
  if (!Array.isArray(paths)) throw new Misuse('projection must be a list of attribute names.');
  const { names, nameOf } = createPlaceholders();
  const expression = paths
    .map((path) =>
      String(path)
        .split('.')
        .map((part) => alias(part, nameOf))
        .join('.'),
    )
    .join(', ');
  return { expression, expressionNames: names };
};

const alias = (part: string, nameOf: (attribute: string) => string): string => {
  const [, name = part, indexes = ''] = /^(.*?)((?:\[\d+\])*)$/.exec(part) ?? [];
  return nameOf(name) + indexes;
};
