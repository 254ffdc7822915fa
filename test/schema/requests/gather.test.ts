import { describe, expect, it } from 'vitest';
import { gather } from '../../../schema/requests/gather';

const open = (gathering: Parameters<typeof gather>[1]) => {
  const asked: number[][] = [];
  const ask = gather(async (items: readonly number[]) => {
    asked.push([...items]);
    return items.map((item) =>
      item < 0
        ? { status: 'rejected' as const, reason: new Error(`no ${item}`) }
        : { status: 'fulfilled' as const, value: item * 2 },
    );
  }, gathering);
  return { ask, asked };
};

const forever = Number.MAX_SAFE_INTEGER;

describe('What is asked at about the same time', () => {
  it('is one question, with an answer for each', async () => {
    const { ask, asked } = open({ waitMilliseconds: 0 });

    const answers = await Promise.allSettled([ask(1), ask(-2), ask(3)]);

    expect(answers).toEqual([
      { status: 'fulfilled', value: 2 },
      { status: 'rejected', reason: new Error('no -2') },
      { status: 'fulfilled', value: 6 },
    ]);
    expect(asked).toEqual([[1, -2, 3]]);
  });

  it('is asked as soon as ten are waiting', async () => {
    const { ask, asked } = open({ waitMilliseconds: forever });

    await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index)));

    expect(asked.map((items) => items.length)).toEqual([10, 10]);
  });

  it('waits while others are on their way, and no longer', async () => {
    const coming = { count: 1 };
    const { ask, asked } = open({ waitMilliseconds: forever, coming: () => coming.count });

    const first = ask(1);
    await new Promise((resolve) => setTimeout(resolve, 0));
    const second = ask(2);
    coming.count = 0;
    await Promise.all([first, second]);

    expect(asked).toEqual([[1, 2]]);
  });

  it('is told when the question itself fails', async () => {
    const ask = gather(() => Promise.reject(new Error('nobody answers')), { waitMilliseconds: 0 });

    await expect(Promise.allSettled([ask(1), ask(2)])).resolves.toMatchObject([
      { reason: { message: 'nobody answers' } },
      { reason: { message: 'nobody answers' } },
    ]);
  });
});
