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
