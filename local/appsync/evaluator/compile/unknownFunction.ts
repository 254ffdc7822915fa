import type { AnyNode } from 'acorn';
import { absentMethods } from '../../runtime/language/absentMembers';
import type { DeclaredNames } from './declaredNames';

/**
 * The functions of each global object. AppSync's documentation lists no others, and no standalone functions:
 * https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html. It does not list `Array.isArray` either,
 * and users say that it is missing (https://github.com/aws/aws-appsync-community/issues/295), but deployed functions call
 * it: https://github.com/dmeiser/kernelworx/tree/main/tofu/application/appsync/js-resolvers
 */
const functionsOf: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ...{ Array: ['isArray'], Date: [], JSON: ['parse', 'stringify'] },
    ...{ Math: ['ceil', 'floor', 'max', 'min', 'random', 'round'], Number: ['isFinite', 'isNaN'] },
    ...{ Object: ['assign', 'entries', 'hasOwn', 'keys', 'values'], String: ['raw'], console: ['error', 'log'] },
  }),
);

/** Methods rejected on a value of any type. `toString` is excluded: nobody has reported that it is rejected. */
const absentAnywhere = new Set(absentMethods.flatMap(([, names]) => names).filter((name) => name !== 'toString'));

/** The name of a called function if APPSYNC_JS lacks it; undefined if APPSYNC_JS has it, or may have it. */
export const unknownFunction = (callee: AnyNode, own: DeclaredNames): string | undefined => {
  if (callee.type === 'Identifier') return own.variables.has(callee.name) ? undefined : callee.name;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return undefined;
  const { name } = callee.property;
  const known = callee.object.type === 'Identifier' ? functionsOf.get(callee.object.name) : undefined;
  if (known) return known.includes(name) ? undefined : name;
  return absentAnywhere.has(name) && !own.members.has(name) ? name : undefined;
};
