import { afterAll, afterEach, beforeAll } from 'vitest';
import { keepPicture, openStory, type Story } from './openStory';

/** One twin and one browser for all tests of a file; every test opens its own windows. */
export const useStory = (): (() => Story) => {
  const shared: { story?: Story } = {};
  const story = (): Story => {
    if (shared.story === undefined) throw new Error('The story is not open.');
    return shared.story;
  };
  beforeAll(async () => {
    shared.story = await openStory();
  });
  afterEach(async ({ task }) => {
    for (const context of story().browser.contexts()) {
      const isFailed = task.result?.state === 'fail';
      const pages = isFailed ? context.pages() : [];
      for (const [index, page] of pages.entries()) await keepPicture(page, `failed ${task.name.slice(0, 40)} ${index}`);
      await context.close();
    }
  });
  afterAll(() => shared.story?.close());
  return story;
};
