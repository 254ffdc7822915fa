import { afterAll, describe, expect, it } from 'vitest';
import { partsOfContext } from '../../../../local/appsync/contextParts';
import { openEvaluator } from '../../../../local/appsync/evaluator/openEvaluator';

const evaluator = await openEvaluator({ clock: () => 0 });
afterAll(() => evaluator.close());

/** A condition nested in twenty others. */
const nested = (condition: string): string => `${'{ and: ['.repeat(20)}${condition}${'] }'.repeat(20)}`;

describe('the place of a failure', () => {
  it.each([
    ['what the library refuses at once', `ddb.get(1)`],
    [
      'what it refuses deep inside',
      `rds.createPgStatement(rds.select({ table: 't', where: ${nested('{ a: { no: 1 } }')} }))`,
    ],
    ['what code hands to a function that it gave to the library', `[1].map((n) => ctx.nothing.at.all)`],
  ])('is in the code that was sent, of %s', async (_what, expression) => {
    const module = await evaluator.load(
      `import * as ddb from '@aws-appsync/utils/dynamodb'; import * as rds from '@aws-appsync/utils/rds';
      export const request = (ctx) => ${expression};
      export const response = () => null;`,
    );

    const { error } = await module.run('request', partsOfContext({}));

    expect(error?.message).toMatch(/^code\.js:2:\d+: ./);
  });

  it.each([
    '<ctx.args.f() ?? ctx.args.a.b',
    'null ?? <ctx.args.f(1 ?? ctx.args.a)',
    '1 ?? <ctx.args.f()',
    '(1 ?? util.autoId()) + ctx.args.a.<b',
    '(1 ?? util.autoId()) + (2 ?? util.autoId()) + ctx.args.a.<b',
    '<ctx.args.a.map((n) => n)',
    '[1].map((n) => ctx.args.a.<b)',
    '[[1].map((n) => n), ctx.args.a.<b]',
    '<[1].map((n) => n).pad(3)',
    '(() => { for (const a of <ctx.args.a) { return a; } })()',
  ])('is where it was before text went into its line: %s', async (marked) => {
    const line = `export const request = (ctx) => ${marked};`;
    const module = await evaluator.load(`${line.replace('<', '')}\nexport const response = () => null;`);

    const { error } = await module.run('request', partsOfContext({}));

    expect(error?.message).toContain(`code.js:1:${line.indexOf('<') + 1}: `);
  });
});
