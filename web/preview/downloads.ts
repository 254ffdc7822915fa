import { GetDownloadUrl } from '../../schema/generated/amplify';
import type { ContentDisposition } from '../../schema/generated/documents';
import { ask } from '../api/ask';
import { isFresh } from '../api/isFresh';

/** URLs of bytes, asked for once and used while they work. */
export interface Downloads {
  readonly urlOf: (fileId: string, disposition: ContentDisposition) => Promise<string>;
  /** Has the browser save a file under its name. */
  readonly save: (fileId: string) => Promise<void>;
}

export const createDownloads = (): Downloads => {
  const known = new Map<string, { readonly url: string; readonly expiresAt: string }>();
  const urlOf: Downloads['urlOf'] = async (fileId, disposition) => {
    const key = `${fileId} ${disposition}`;
    const kept = known.get(key);
    if (kept && isFresh(kept.expiresAt)) return kept.url;
    const { getDownloadUrl } = await ask(GetDownloadUrl, { fileId, disposition });
    const { downloadUrl: url, expiresAt } = getDownloadUrl;
    known.set(key, { url, expiresAt });
    return url;
  };
  return {
    urlOf,
    save: async (fileId) => {
      const link = document.createElement('a');
      link.href = await urlOf(fileId, 'ATTACHMENT');
      link.rel = 'noreferrer';
      link.click();
    },
  };
};
