import type { ContentDisposition } from '../../schema/generated/types';
import type { UrlSigner } from '../shared/urlSigner';
import { contentDisposition } from './contentDisposition';

/** The proven bytes, and how a browser should treat them. */
export interface SignDownloadEvent {
  readonly key: string;
  readonly versionId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly disposition: ContentDisposition;
}

export interface SignedDownload {
  readonly downloadUrl: string;
  readonly expiresAt: string;
}

/** A URL that gives one version of the bytes under the file's name. */
export const createSignDownload =
  (signUrl: UrlSigner) =>
  async ({ key, versionId, fileName, contentType, disposition }: SignDownloadEvent): Promise<SignedDownload> => {
    const kind = disposition === 'INLINE' && isPassive(contentType) ? 'inline' : 'attachment';
    const { url, expiresAt } = await signUrl({
      method: 'GET',
      key,
      query: { versionId, 'response-content-disposition': contentDisposition(kind, fileName) },
    });
    return { downloadUrl: url, expiresAt };
  };

/** Types that no browser runs code from. SVG and HTML are not among them. */
const passiveTypes = /^(?:image\/(?:avif|bmp|gif|jpeg|png|webp)|(?:audio|video)\/.+|application\/pdf|text\/plain)$/;

const isPassive = (contentType: string): boolean => passiveTypes.test(contentType);
