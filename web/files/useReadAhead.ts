import { useEffect } from 'react';

export interface More {
  readonly hasMore: boolean;
  readonly onMore: () => void;
}

const readAhead = 40;

/** Has the next page read before the last of the `count` files that are there is reached. */
export const useReadAhead = (index: number, count: number, { hasMore, onMore }: More): void => {
  useEffect(() => {
    if (hasMore && index >= count - readAhead) onMore();
  }, [index, count, hasMore, onMore]);
};
