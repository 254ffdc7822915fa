import type { FileItem, FilePage } from './useFiles';

/** The pages with those of the removed files that they lack, and with all that has happened since the removal. */
export const putBack = (
  pages: readonly FilePage[],
  before: readonly FilePage[],
  removed: ReadonlySet<string>,
): FilePage[] => {
  const there = new Set(pages.flatMap(({ items }) => idsOf(items)));
  return pages.map((page, index) => {
    const items = [...page.items];
    const order = idsOf(before[index]?.items ?? []);
    for (const file of before[index]?.items ?? []) {
      if (!removed.has(file.fileId) || there.has(file.fileId)) continue;
      items.splice(placeFor(file, items, order), 0, file);
    }
    return { ...page, items };
  });
};

/** Behind the nearest file that came before it, else before the nearest that came after it, else at the end. */
const placeFor = ({ fileId }: FileItem, items: readonly FileItem[], order: readonly string[]): number => {
  const at = order.indexOf(fileId);
  const [former, later] = [order.slice(0, at), order.slice(at + 1)];
  const previous = items.findLastIndex((item) => former.includes(item.fileId));
  if (previous >= 0) return previous + 1;
  const next = items.findIndex((item) => later.includes(item.fileId));
  return next < 0 ? items.length : next;
};

const idsOf = (items: readonly FileItem[]): string[] => items.map(({ fileId }) => fileId);
