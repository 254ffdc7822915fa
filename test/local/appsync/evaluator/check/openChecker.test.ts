import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { openChecker } from '../../../../../local/appsync/evaluator/check/openChecker';

it('checks code anew that a slow machine could not check in time', async () => {
  const code = `export const request = () => '${randomUUID()}'; export const response = () => null;`;

  const late = await openChecker({ deadlineMilliseconds: 1 })(code);
  const anew = await openChecker()(code);

  expect(late).toMatchObject([{ value: expect.stringContaining('could not be checked') }]);
  expect(anew).toEqual([]);
});

it('lets code that ends the checker’s process be the only one without a verdict', async () => {
  const check = openChecker();
  const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const codeOf = (value: string) => `export const request = () => ${value}; export const response = () => null;`;

  const [deadly, good] = await Promise.all([check(codeOf(nested)), check(codeOf(`'${randomUUID()}'`))]);

  expect(deadly).toMatchObject([{ value: expect.stringContaining('could not be checked') }]);
  expect(good).toEqual([]);
});
