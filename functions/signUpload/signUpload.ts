import type { HttpHeader } from '../../schema/generated/types';
import type { UrlSigner } from '../shared/urlSigner';

/** The bytes that were promised. */
export interface SignUploadEvent {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly contentType: string;
  /** Base64, or null when none was declared. */
  readonly checksumSha256: string | null;
  readonly checksumCrc64Nvme: string | null;
}

export interface SignedUpload {
  readonly uploadUrl: string;
  readonly headers: HttpHeader[];
  readonly expiresAt: string;
}

/** A URL that takes one PUT only, of exactly the promised size, type and (if declared) checksum. */
export const signUpload = async (signUrl: UrlSigner, event: SignUploadEvent): Promise<SignedUpload> => {
  const headers: Record<string, string> = {
    'content-type': event.contentType,
    // Single use: S3 refuses the PUT once the object exists.
    'if-none-match': '*',
    ...(event.checksumSha256 ? { 'x-amz-checksum-sha256': event.checksumSha256 } : {}),
    ...(event.checksumCrc64Nvme ? { 'x-amz-checksum-crc64nvme': event.checksumCrc64Nvme } : {}),
  };
  // Content-Length is signed too, but not returned: every HTTP client sets it itself, and browsers let nobody else
  // set it.
  const signed = await signUrl({
    method: 'PUT',
    key: event.key,
    headers: { ...headers, 'content-length': String(event.size) },
  });
  return {
    uploadUrl: signed.url,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    expiresAt: signed.expiresAt,
  };
};
