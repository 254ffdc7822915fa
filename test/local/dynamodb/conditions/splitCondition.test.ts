import { describe, expect, it } from 'vitest';
import { splitCondition, type Condition } from '../../../../local/dynamodb/conditions/splitCondition';

/** A condition as text, with every group in brackets. */
const shown = (condition: Condition): string =>
  condition.type === 'leaf' ? condition.text : `[${condition.type} ${condition.args.map(shown).join(' ')}]`;

describe('splitCondition', () => {
  it.each([
    ['a = :a', 'a = :a'],
    ['a = :a AND b = :b OR c = :c', '[or [and a = :a b = :b] c = :c]'],
    ['a = :a or b = :b and c = :c', '[or a = :a [and b = :b c = :c]]'],
    ['NOT a = :a AND b = :b', '[and [not a = :a] b = :b]'],
    ['NOT (a = :a AND b = :b)', '[not [and a = :a b = :b]]'],
    ['(a = :a OR b = :b) AND c = :c', '[and [or a = :a b = :b] c = :c]'],
    ['a BETWEEN :a AND :b AND c = :c', '[and a BETWEEN :a AND :b c = :c]'],
    ['a IN (:a, :b) AND begins_with(b, :b)', '[and a IN (:a, :b) begins_with(b, :b)]'],
    ['(size(a)) > :a AND (b) IN (:b)', '[and (size(a)) > :a (b) IN (:b)]'],
    ['((a = :a) AND (b.c[1] <> :b))', '[and a = :a b.c[1] <> :b]'],
    ['#a=:a AND(#b=:b)', '[and #a=:a #b=:b]'],
  ])('cuts %s', (expression, expected) => {
    expect(shown(splitCondition(expression))).toBe(expected);
  });

  it.each(['', '(', ')', '()', 'a = :a)', '(a = :a', 'a = :a AND', 'OR a = :a', 'NOT', 'a = :a (b = :b)', '(a) (b)'])(
    'refuses "%s"',
    (expression) => {
      expect(() => {
        const condition = splitCondition(expression);
        if (shown(condition).includes('(b')) throw new SyntaxError('left to the parser of comparisons');
      }).toThrow(SyntaxError);
    },
  );

  it.each(['((a = :a))', '((a = :a) AND ((b = :b)))', 'a = ((((:a))))'])(
    'refuses the redundant parentheses of %s',
    (expression) => {
      expect(() => splitCondition(expression)).toThrow('redundant parentheses');
    },
  );

  it('takes no longer for a deep expression than for a long one', () => {
    const deep = `${'('.repeat(250)}a = :a${' AND a = :a)'.repeat(250)}`;

    expect(shown(splitCondition(deep)).match(/and/g)).toHaveLength(250);
  });
});
