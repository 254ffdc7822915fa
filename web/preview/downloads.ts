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
  /** Makes the browser save a file under its name; calls back when storage answers with anything else. */
  readonly save: (file: Downloadable, onRefused: () => void) => Promise<void>;
}

/** Longer than a URL works: a download that has not begun by then never will. */
const frameMilliseconds = 10 * 60_000;

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
    // Each in a frame of its own. Through a link, the page itself would be left for an answer that is no download, the
    // browser would ask whether to leave it during an upload, and the next download would cancel one that has not begun.
    save: async (file, onRefused) => {
      const frame = document.createElement('iframe');
      frame.hidden = true;
      frame.referrerPolicy = 'no-referrer';
      frame.src = await urlOf(file, 'ATTACHMENT');
      frame.onload = () => {
        frame.remove();
        onRefused();
      };
      document.body.append(frame);
      setTimeout(() => frame.remove(), frameMilliseconds);
    },
  };
};
