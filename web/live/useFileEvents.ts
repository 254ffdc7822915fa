import { notifyManager } from '@tanstack/react-query';
import { generateClient } from 'aws-amplify/api';
import { Hub } from 'aws-amplify/utils';
import { useEffect } from 'react';
import { OnMyFileEvent } from '../../schema/generated/amplify';
import type { OnMyFileEventSubscription } from '../../schema/generated/documents';
import type { FileCache } from '../files/fileCache';
import { useServices } from '../shell/services';

type FileEvent = NonNullable<OnMyFileEventSubscription['onMyFileEvent']>;

const refreshMilliseconds = 600;
/** Not felt, and enough for what comes in a burst to be drawn once. */
const showMilliseconds = 50;

/** Follows what other windows and devices do; what happened while the connection was lost is read again. */
export const useFileEvents = (): void => {
  const { cache, client } = useServices();
  useEffect(() => {
    const refresh = gather(refreshMilliseconds, () => cache.refresh());
    const news: FileEvent[] = [];
    const showNews = gather(showMilliseconds, () => {
      const isShown = notifyManager.batch(() => news.splice(0).map((event) => show(cache, event)));
      void client.invalidateQueries({ queryKey: ['usage'] });
      if (isShown.includes(false)) refresh();
    });
    const events = generateClient().graphql({ query: OnMyFileEvent });
    const subscription = events.subscribe({
      next: ({ data }) => {
        if (!data.onMyFileEvent) return;
        news.push(data.onMyFileEvent);
        showNews();
      },
      // Without events the page still reads again whenever somebody comes back to it.
      error: () => undefined,
    });
    const stop = listenForReconnection(refresh);
    return () => {
      stop();
      subscription.unsubscribe();
    };
  }, [cache, client]);
};

/** Shows an event in the lists; false where only the server can say how they look now. */
const show = (cache: FileCache, { type, fileId, file }: FileEvent): boolean => {
  if (type === 'CHANGED') {
    cache.replace(file);
    return true;
  }
  if (type === 'DELETED') {
    cache.remove('AVAILABLE', [fileId]);
    cache.remove('TRASHED', [fileId]);
    return true;
  }
  if (type === 'TRASHED') cache.remove('AVAILABLE', [fileId]);
  if (type === 'RESTORED') cache.remove('TRASHED', [fileId]);
  if (type === 'UPLOADED') cache.add(file);
  return false;
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
