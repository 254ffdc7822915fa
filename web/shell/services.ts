import { QueryClient } from '@tanstack/react-query';
import { Hub } from 'aws-amplify/utils';
import { createContext, useContext } from 'react';
import { Refused } from '../../schema/requests/errors';
import { Unanswered } from '../api/errors';
import { createFileCache, type FileCache } from '../files/fileCache';
import { createThumbnails, type Thumbnails } from '../files/thumbnails';
import { createDownloads, type Downloads } from '../preview/downloads';
import { createClaims, type Claims } from '../uploads/claims';
import { createUploader } from '../uploads/createUploader';
import type { Uploader } from '../uploads/uploader';
import { createToasts, type Toasts } from './toasts';

/** What lives as long as one user is signed in. */
export interface Services {
  readonly client: QueryClient;
  readonly cache: FileCache;
  readonly toasts: Toasts;
  readonly uploader: Uploader;
  readonly claims: Claims;
  readonly downloads: Downloads;
  readonly thumbnails: Thumbnails;
}

/** Creates the services of one signed-in user. */
export const createServices = (): Services => {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => !(error instanceof Refused || error instanceof Unanswered) && count < 2,
      },
    },
  });
  const cache = createFileCache(client);
  const downloads = createDownloads();
  const claims = createClaims();
  const uploader = createUploader({
    claims,
    onSaved: (file) => {
      cache.add(file);
      cache.endUpload(file.fileId);
      cache.refreshUsage();
    },
    onAborted: (fileId) => {
      cache.endUpload(fileId);
      cache.refreshUsage();
    },
  });
  const stop = Hub.listen('auth', ({ payload }) => {
    if (payload.event !== 'signedOut') return;
    stop();
    uploader.close();
    client.clear();
  });
  return {
    client,
    cache,
    claims,
    toasts: createToasts(),
    uploader,
    downloads,
    thumbnails: createThumbnails(downloads),
  };
};

export const ServicesContext = createContext<Services | undefined>(undefined);

/** The services of the signed-in user. */
export const useServices = (): Services => {
  const services = useContext(ServicesContext);
  if (!services) throw new Refused('Unauthorized', 'Nobody is signed in.');
  return services;
};
