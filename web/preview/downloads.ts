import { GetDownloadUrl } from '../../schema/generated/amplify';
import type { ContentDisposition } from '../../schema/generated/documents';
import { ask } from '../api/ask';
import { isFresh } from '../api/isFresh';
import type { FileItem } from '../files/useFiles';

/** What a URL is for: a file as it is now, since the URL holds the name that it is saved under. */
type Downloadable = Pick<FileItem, 'fileId' | 'version'>;

/** URLs of bytes, asked for once and used while they work. */
export interface Downloads {
  readonly urlOf: (file: Downloadable, disposition: ContentDisposition) => Promise<string>;
  /** Has the browser save a file under its name. */
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
