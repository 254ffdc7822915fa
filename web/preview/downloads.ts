import { GetDownloadUrl } from '../../schema/generated/amplify';
import type { ContentDisposition } from '../../schema/generated/documents';
import { ask } from '../api/ask';

/** URLs of bytes, asked for once and used while they work. */
export interface Downloads {
  readonly urlOf: (fileId: string, disposition: ContentDisposition) => Promise<string>;
  /** Has the browser save a file under its name. */
  readonly save: (fileId: string) => Promise<void>;
}

const marginMilliseconds = 60_000;

export const createDownloads = (): Downloads => {
  const known = new Map<string, { readonly url: string; readonly until: number }>();
  const urlOf: Downloads['urlOf'] = async (fileId, disposition) => {
    const key = `${fileId} ${disposition}`;
    const kept = known.get(key);
    if (kept && kept.until > Date.now()) return kept.url;
    const { getDownloadUrl } = await ask(GetDownloadUrl, { fileId, disposition });
    const { downloadUrl: url, expiresAt } = getDownloadUrl;
    known.set(key, { url, until: Date.parse(expiresAt) - marginMilliseconds });
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
