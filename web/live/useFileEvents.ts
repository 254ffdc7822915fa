import { notifyManager } from '@tanstack/react-query';
import { useEffect } from 'react';
import { soon } from '../files/soon';
import { useServices } from '../shell/services';
import { createFileNews } from './fileNews';
import { followFileEvents, type FileEvent } from './followFileEvents';

const refreshMilliseconds = 600;
/** Too short to notice, long enough for a burst of events to be rendered once. */
const showMilliseconds = 50;

/** Shows the changes made in other windows and on other devices; reads the lists again after a gap in the events. */
export const useFileEvents = (): void => {
  const { cache } = useServices();
  useEffect(() => {
    // A refresh waits until no list is being read, so that it does not interrupt scrolling.
    const whenIdle = (ask: () => void): (() => void) => {
      const again: () => void = soon(refreshMilliseconds, () => (cache.isReading() ? again() : ask()));
      return again;
    };
    const refresh = whenIdle(cache.refresh);
    const refreshOthers = whenIdle(cache.refreshOthers);
    const show = createFileNews(cache);
    const news: FileEvent[] = [];
    const showNews = (): void => {
      if (news.length === 0 || cache.isReading()) return;
      const isShown = notifyManager.batch(() => news.splice(0).map(show));
      if (isShown.includes(false)) refreshOthers();
      cache.refreshUsage();
    };
    const showSoon = soon(showMilliseconds, showNews);
    // The response to a list being read may predate the news, so they are shown once it has arrived.
    const stopReading = cache.onRead(showNews);
    const stopFollowing = followFileEvents({
      onEvent: (event) => {
        news.push(event);
        showSoon();
      },
      onGap: refresh,
    });
    return () => {
      stopFollowing();
      stopReading();
    };
  }, [cache]);
};
