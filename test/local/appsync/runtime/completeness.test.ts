import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { partsOfContext } from '../../../../local/appsync/contextParts';
import { openEvaluator } from '../../../../local/appsync/evaluator/openEvaluator';
import { attributeValues } from './conformance/attributeValues';
import { filters } from './conformance/filters';
import { requests } from './conformance/requests';
import { statements } from './conformance/statements';
import { subscriptions } from './conformance/subscriptions';
import { texts } from './conformance/texts';
import { time } from './conformance/time';

/** What @aws-appsync/utils declares and where, by the name in its module. */
const declarations = {
  util: ['lib/index.d.ts', 'util'],
  extensions: ['lib/index.d.ts', 'extensions'],
  runtime: ['lib/index.d.ts', 'runtime'],
  ddb: ['dynamodb.d.ts', undefined],
  rds: ['rds.d.ts', undefined],
} as const;

const folder = 'node_modules/@aws-appsync/utils';
const program = ts.createProgram([...new Set(Object.values(declarations).map(([file]) => `${folder}/${file}`))], {
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();

/** The paths of all functions under a type: `time.nowISO8601`. */
const functionsOf = (type: ts.Type, path: string): string[] =>
  type.getProperties().flatMap((member) => {
    const memberType = checker.getTypeOfSymbol(member);
    const memberPath = `${path}.${member.name}`;
    return memberType.getCallSignatures().length > 0 ? [memberPath] : functionsOf(memberType, memberPath);
  });

const declared = Object.entries(declarations).flatMap(([name, [file, member]]) => {
  const source = program.getSourceFile(`${folder}/${file}`);
  const module = source && checker.getSymbolAtLocation(source);
  const exported = module ? checker.getExportsOfModule(module) : [];
  return exported
    .filter((symbol) => (member === undefined ? (symbol.flags & ts.SymbolFlags.Value) !== 0 : symbol.name === member))
    .flatMap((symbol) => {
      const type = checker.getTypeOfSymbol(symbol);
      const path = member === undefined ? `${name}.${symbol.name}` : name;
      return type.getCallSignatures().length > 0 ? [path] : functionsOf(type, path);
    });
});

const evaluator = await openEvaluator({ clock: () => 0 });
afterAll(() => evaluator.close());

const rows = [attributeValues, filters, requests, statements, subscriptions, texts, time].flat();
const expressions = rows.map(([expression]) => expression).join('\n');

/** Functions that return no value to put in a row, and the test that covers each instead. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['util.error', 'evaluator/openEvaluator.test.ts'],
  ['util.appendError', 'evaluator/openEvaluator.test.ts'],
  ['util.unauthorized', 'execution/fields.test.ts'],
  ['util.autoId', 'evaluator/openEvaluator.test.ts'],
  ['util.autoUlid', 'evaluator/openEvaluator.test.ts'],
  ['util.autoKsuid', 'evaluator/openEvaluator.test.ts'],
  ['util.authType', 'runtime/context.test.ts'],
  ['util.http.addResponseHeader', 'runtime/context.test.ts'],
  ['util.http.addResponseHeaders', 'runtime/context.test.ts'],
  ['runtime.earlyReturn', 'evaluator/openEvaluator.test.ts'],
  ['extensions.evictFromApiCache', 'runtime/context.test.ts'],
  ['extensions.setSubscriptionFilter', 'runtime/context.test.ts'],
  ['extensions.setSubscriptionInvalidationFilter', 'runtime/context.test.ts'],
  ['extensions.invalidateSubscriptions', 'runtime/context.test.ts'],
]);

describe('what @aws-appsync/utils declares', () => {
  it('is found', () => {
    expect(declared.length).toBeGreaterThan(80);
  });

  it.each(declared)('%s is there', async (path) => {
    const module = await evaluator.load(`import { util, extensions, runtime } from '@aws-appsync/utils';
      import * as ddb from '@aws-appsync/utils/dynamodb';
      import * as rds from '@aws-appsync/utils/rds';
      export const request = () => typeof ${path};
      export const response = () => [util, extensions, runtime, ddb, rds].length;`);

    expect((await module.run('request', partsOfContext({}))).result).toBe('"function"');
  });

  it.each(declared.filter((path) => !elsewhere.has(path)))('%s has a row of its own', (path) => {
    expect(expressions).toMatch(new RegExp(`\\b${path.replaceAll('.', '\\.')}[(\`]`));
  });
});
