import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluateCode } from '../../../../local/appsync/evaluator/evaluateCode';
import { openEvaluator } from '../../../../local/appsync/evaluator/openEvaluator';
import { attributeValues } from './conformance/attributeValues';
import { filters } from './conformance/filters';
import { language } from './conformance/language';
import { requests } from './conformance/requests';
import type { Row, Source } from './conformance/row';
import { statements } from './conformance/statements';
import { subscriptions } from './conformance/subscriptions';
import { texts } from './conformance/texts';
import { time } from './conformance/time';

const noon = () => Date.UTC(2026, 0, 2, 12);
const evaluator = await openEvaluator({ clock: noon });
const evaluate = evaluateCode(evaluator);
afterAll(() => evaluator.close());

/** One module for a whole table: `ctx.args.row` selects the expression to evaluate. */
const moduleOf = (rows: readonly Row[]): string => `import { util, runtime, extensions } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
import * as rds from '@aws-appsync/utils/rds';
const rows = [
${rows.map(([expression]) => `  (ctx) => ${/^[{[]/.test(expression) ? `(${expression})` : expression},`).join('\n')}
];
export const request = (ctx) => rows[ctx.stash.row](ctx);
export const response = (ctx) => ctx.result;
`;

const run = async (code: string, row: number): Promise<unknown> => {
  const call = {
    runtime: { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' },
    code,
    context: JSON.stringify({ arguments: {}, stash: { row } }),
    function: 'request',
  };
  const { body } = await evaluate(Buffer.from(JSON.stringify(call)));
  const { evaluationResult, error } = JSON.parse(body);
  if (error)
    return { fails: error.codeErrors ? JSON.stringify(error) : error.message.replace(/^code\.js:\d+:\d+: /, '') };
  return evaluationResult === undefined ? undefined : JSON.parse(evaluationResult);
};

const tables = { attributeValues, filters, language, requests, statements, subscriptions, texts, time };

describe.each(Object.entries(tables))('conformance of %s', (_, rows) => {
  const code = moduleOf(rows);

  it.each(rows.map((row, index) => [row[0], row[1], index] as const))('%s', async (expression, expected, index) => {
    const result = await run(code, index);

    expect(result, expression).toEqual(expected);
  });
});

it('has as many rows of each source as the guide says', async () => {
  const guide = await readFile('docs/guides/test-a-resolver.md', 'utf8');
  const [, recorded, documented, java, inferred] =
    /(\d+) were recorded from AWS[^.]*?(\d+) stand in AWS's\s+documentation[^.]*?(\d+) in Java's[^.]*?(\d+) are inferred/.exec(
      guide,
    ) ?? [];
  const rows: readonly Row[] = Object.values(tables).flat();
  const countOf = (wanted: Source) => String(rows.filter(([, , source]) => source === wanted).length);

  expect({ recorded, documented, java, inferred }).toEqual({
    recorded: countOf('recorded'),
    documented: countOf('documented'),
    java: countOf('java'),
    inferred: countOf('inferred'),
  });
});
