import { GetDownloadUrl } from '../../schema/generated/amplify';
import type { ContentDisposition } from '../../schema/generated/documents';
import { ask } from '../api/ask';
import { isFresh } from '../api/isFresh';
import type { FileItem } from '../files/useFiles';

/** The file a URL is for, at one version, since the URL contains the name under which the browser saves it. */
type Downloadable = Pick<FileItem, 'fileId' | 'version'>;

/** Download URLs, cached until they expire. */
export interface Downloads {
  readonly urlOf: (file: Downloadable, disposition: ContentDisposition) => Promise<string>;
  /** Makes the browser save a file under its name. */
  readonly save: (file: Downloadable) => Promise<void>;
}

export const createDownloads = (): Downloads => {
  const known = new Map<string, { readonly url: string; readonly expiresAt: string; readonly version: number }>();
  const urlOf: Downloads['urlOf'] = async ({ fileId, version }, disposition) => {
    const key = `${fileId} ${disposition}`;
    const kept = known.get(key);
    if (kept?.version === version && isFresh(kept.expiresAt)) return kept.url;
    const { getDownloadUrl } = await ask(GetDownloadUrl, { fileId, disposition });
    const { downloadUrl: url, expiresAt } = getDownloadUrl;
    known.set(key, { url, expiresAt, version });
    return url;
  };
  return {
    urlOf,
    save: async (file) => {
      const link = document.createElement('a');
      link.href = await urlOf(file, 'ATTACHMENT');
      link.rel = 'noreferrer';
      link.click();
    },
  };
};
