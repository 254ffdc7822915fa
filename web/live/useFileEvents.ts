import { notifyManager } from '@tanstack/react-query';
import { generateClient } from 'aws-amplify/api';
import { Hub } from 'aws-amplify/utils';
import { useEffect } from 'react';
import { OnMyFileEvent } from '../../schema/generated/amplify';
import { useServices } from '../shell/services';
import { createFileNews, type FileEvent } from './fileNews';

const refreshMilliseconds = 600;
/** Not felt, and enough for what comes in a burst to be drawn once. */
const showMilliseconds = 50;

/** Follows what other windows and devices do; what happened while the connection was lost is read again. */
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
    const events = generateClient().graphql({ query: OnMyFileEvent });
    const subscription = events.subscribe({
      next: ({ data }) => {
        if (!data.onMyFileEvent) return;
        news.push(data.onMyFileEvent);
        showSoon();
      },
      // Without events the page still reads again whenever somebody comes back to it.
      error: () => undefined,
    });
    const stopListening = listenForReconnection(refresh);
    return () => {
      stopListening();
      stopReading();
      subscription.unsubscribe();
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

/** Calls back when Amplify's connection is there again after it was not. */
const listenForReconnection = (run: () => void): (() => void) => {
  const state = { isInterrupted: false };
  return Hub.listen('api', ({ payload }) => {
    const connection = connectionOf(payload.data);
    if (connection === undefined) return;
    if (connection === 'Connected' && state.isInterrupted) run();
    state.isInterrupted = connection !== 'Connected' && connection !== 'Connecting';
  });
};

const connectionOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, 'connectionState') : undefined;
