import { notifyManager } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useServices } from '../shell/services';
import { createFileNews } from './fileNews';
import { followFileEvents, type FileEvent } from './followFileEvents';

const refreshMilliseconds = 600;
/** Not felt, and enough for what comes in a burst to be drawn once. */
const showMilliseconds = 50;

/** Follows what other windows and devices do; what happened while nothing was told is read again. */
export const useFileEvents = (): void => {
  const { cache, client } = useServices();
  useEffect(() => {
    // Whoever scrolls on is not held up: a list is asked for again when it is not being read.
    const whenIdle = (ask: () => void): (() => void) => {
      const soon: () => void = gather(refreshMilliseconds, () => (cache.isReading() ? soon() : ask()));
      return soon;
    };
    const refresh = whenIdle(cache.refresh);
    const refreshOthers = whenIdle(cache.refreshOthers);
    const show = createFileNews(cache);
    const news: FileEvent[] = [];
    const showNews = (): void => {
      if (news.length === 0 || cache.isReading()) return;
      const isShown = notifyManager.batch(() => news.splice(0).map(show));
      if (isShown.includes(false)) refreshOthers();
      void client.invalidateQueries({ queryKey: ['usage'] });
    };
    const showSoon = gather(showMilliseconds, showNews);
    // The answer to a list that is being read may know nothing of them: they are shown once it is there.
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
  }, [cache, client]);
};

const gather = (milliseconds: number, run: () => void): (() => void) => {
  const state: { timer?: ReturnType<typeof setTimeout> } = {};
  return () => {
    state.timer ??= setTimeout(() => {
      state.timer = undefined;
      run();
    }, milliseconds);
  };
};
