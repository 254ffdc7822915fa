import type { OpenTables } from '../../local/dynamodb/openTables';
import type { Row } from '../row';
import { openFilesTable, readPage } from './filesTable';

const pages = 400;
const places = 20;

/** Microseconds per page, from positions spread over all of the person's files; the page size is always the same. */
const costOf = async (tables: OpenTables, count: number): Promise<number> => {
  const started = performance.now();
  for (let page = 0; page < pages; page += 1) {
    await readPage(tables, Math.floor(((count - 60) * (page % places)) / places));
  }
  return ((performance.now() - started) * 1000) / pages;
};

const row = (count: number): Row => {
  const opened = { few: openOnce(1_000), many: openOnce(count) };
  return {
    name: `a page of 50 among ${count.toLocaleString('en')} files`,
    unit: 'us',
    floor: async () => costOf(await opened.few(), 1_000),
    measure: async () => costOf(await opened.many(), count),
    goal: { of: 'ratio', atMost: 1.5 },
    growth: { of: 'files', at: count },
  };
};

const openOnce = (count: number): (() => Promise<OpenTables>) => {
  const state: { opening?: Promise<OpenTables> } = {};
  return () => (state.opening ??= openFilesTable(count));
};

/** How the cost of a page grows with the number of files; the floor is a list of 1,000. */
export const listingRows: readonly Row[] = [row(1_000), row(10_000), row(100_000)];
