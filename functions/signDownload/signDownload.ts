import type { ContentDisposition } from '../../schema/generated/types';
import type { UrlSigner } from '../shared/urlSigner';
import { contentDisposition } from './contentDisposition';

/** Files of one page, signed in one call. */
export interface SignDownloadEvent {
  readonly downloads: readonly Download[];
}

/** The proven bytes, and how a browser should treat them. */
export interface Download {
  readonly key: string;
  readonly versionId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly disposition: ContentDisposition;
}

/** In the order of the event. */
export interface SignedDownloads {
  readonly downloads: readonly SignedDownload[];
}

export interface SignedDownload {
  readonly downloadUrl: string;
  readonly expiresAt: string;
}

/** For each file, a URL that downloads one version of its bytes under the file's name. */
export const signDownload = async (signUrl: UrlSigner, { downloads }: SignDownloadEvent): Promise<SignedDownloads> => ({
  downloads: await Promise.all(downloads.map((download) => sign(signUrl, download))),
});

const sign = async (
  signUrl: UrlSigner,
  { key, versionId, fileName, contentType, disposition }: Download,
): Promise<SignedDownload> => {
  const kind = disposition === 'INLINE' && isPassive(contentType) ? 'inline' : 'attachment';
  const { url, expiresAt } = await signUrl({
    method: 'GET',
    key,
    query: { versionId, 'response-content-disposition': contentDisposition(kind, fileName) },
  });
  return { downloadUrl: url, expiresAt };
};

/**
 * Types from which no browser runs code. SVG and HTML are not among them, nor is any type that ends in `+xml`, which a
 * browser may treat as a document with scripts. https://mimesniff.spec.whatwg.org/#xml-mime-type
 */
const passiveTypes = /^(?:image\/(?:avif|bmp|gif|jpeg|png|webp)|(?:audio|video)\/[^+]+|application\/pdf|text\/plain)$/;

const isPassive = (contentType: string): boolean => passiveTypes.test(contentType);
