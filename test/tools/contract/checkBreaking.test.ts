import { describe, expect, it } from 'vitest';
import { checkBreaking } from '../../../tools/contract/checkBreaking';
import { BreakingChange } from '../../../tools/contract/errors';

const released = 'type Query { file(id: ID!): String, count: String }';
const change = 'Query.count was removed.';

describe('checkBreaking', () => {
  it.each([
    ['the same contract', released],
    ['a new field', 'type Query { file(id: ID!): String, count: String, size: Float }'],
    ['a new argument that may be left out', 'type Query { file(id: ID!, version: Int): String, count: String }'],
  ])('lets %s pass', (_, current) => {
    expect(() => checkBreaking(released, current, [])).not.toThrow();
  });

  it.each([
    ['a field that is gone', 'type Query { file(id: ID!): String }', change],
    [
      'an argument that is now needed',
      'type Query { file(id: ID!, version: Int!): String, count: String }',
      'A required arg version on Query.file was added.',
    ],
    ['another type', 'type Query { file(id: ID!): Int, count: String }', 'Query.file changed type from String to Int.'],
  ])('refuses %s, and says what to do', (_, current, description) => {
    expect(() => checkBreaking(released, current, [])).toThrow(BreakingChange);
    expect(() => checkBreaking(released, current, [])).toThrow(description);
    expect(() => checkBreaking(released, current, [])).toThrow('record each change with its reason');
  });

  it('accepts a breaking change that is recorded with its reason', () => {
    const current = 'type Query { file(id: ID!): String }';

    expect(() => checkBreaking(released, current, [{ change, why: 'Nobody asked for it.' }])).not.toThrow();
    expect(() => checkBreaking(released, current, [{ change, why: ' ' }])).toThrow(BreakingChange);
  });

  it('refuses a record of a change that breaks nobody', () => {
    expect(() => checkBreaking(released, released, [{ change, why: 'Once.' }])).toThrow('breaks nobody');
  });
});
