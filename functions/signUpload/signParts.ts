import type { UploadPart } from '../../schema/generated/types';
import type { UrlSigner } from '../shared/urlSigner';

/** Some parts of a multipart upload. */
export interface SignPartsEvent {
  readonly key: string;
  readonly uploadId: string;
  /** Bytes of the whole file. */
  readonly size: number;
  /** Bytes of each part but the last. */
  readonly partSize: number;
  /** How many parts from the first on, or the numbers (from 1) of the parts. */
  readonly parts: { readonly first: number } | { readonly numbers: readonly number[] };
}

export interface SignedParts {
  readonly parts: UploadPart[];
  readonly expiresAt: string;
}

/** A URL for each part, which takes exactly the part's number of bytes. */
export const signParts = async (
  signUrl: UrlSigner,
  { key, uploadId, size, partSize, parts }: SignPartsEvent,
): Promise<SignedParts> => {
  const signed = await Promise.all(
    numbersOf(parts).map(async (partNumber) => {
      const bytes = Math.min(partSize, size - (partNumber - 1) * partSize);
      const { url, expiresAt } = await signUrl({
        method: 'PUT',
        key,
        query: { partNumber: String(partNumber), uploadId },
        headers: { 'content-length': String(bytes) },
      });
      return { partNumber, uploadUrl: url, expiresAt };
    }),
  );
  return {
    parts: signed.map(({ partNumber, uploadUrl }) => ({ partNumber, uploadUrl })),
    expiresAt: signed.map(({ expiresAt }) => expiresAt).sort()[0] ?? '',
  };
};

const numbersOf = (parts: SignPartsEvent['parts']): readonly number[] =>
  'numbers' in parts ? parts.numbers : Array.from({ length: parts.first }, (_, index) => index + 1);
