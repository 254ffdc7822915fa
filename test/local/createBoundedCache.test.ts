import { expect, it } from 'vitest';
import { createBoundedCache } from '../../local/createBoundedCache';

it('forgets the oldest value for a new one, but none for one that is replaced', () => {
  const cache = createBoundedCache<number>(2);
  cache.set('a', 1);
  cache.set('b', 2);

  cache.set('b', 3);
  const afterReplacing = ['a', 'b'].map(cache.get);
  cache.set('c', 4);

  expect(afterReplacing).toEqual([1, 3]);
  expect(['a', 'b', 'c'].map(cache.get)).toEqual([undefined, 3, 4]);
});
