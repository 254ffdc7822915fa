import type { Storage } from '../shared/storage';
import { completeMultipart } from './completeMultipart';
import { refusal, type Refusal } from './refusal';

/** The bytes that were promised. */
export interface ProveUploadEvent {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly contentType: string;
  /** Base64, or null when none was declared. */
  readonly checksumSha256: string | null;
  readonly checksumCrc64Nvme: string | null;
  /** Null when the bytes come in one PUT. */
  readonly multipart: { readonly uploadId: string; readonly partSize: number } | null;
}

export type UploadProof = { readonly proven: true; readonly versionId: string } | Refusal;

/** Whether storage holds exactly the promised bytes, and in which version. Completes a multipart upload first. */
export const proveUpload = async (storage: Storage, event: ProveUploadEvent): Promise<UploadProof> => {
  const { key, size, contentType, checksumSha256, checksumCrc64Nvme, multipart } = event;
  if (multipart) {
    const refused = await completeMultipart(storage, { ...event, ...multipart });
    if (refused) return refused;
  }
  const head = await storage.readHead(key);
  if (!head) return refusal('OBJECT_MISSING', 'The bytes are not in storage yet.');
  if (head.ContentLength !== size) {
    return refusal('SIZE_MISMATCH', `Storage holds ${head.ContentLength ?? 0} bytes, not ${size}.`);
  }
  if (head.ContentType !== contentType) {
    return refusal('CONTENT_TYPE_MISMATCH', `Storage holds ${head.ContentType ?? 'no type'}, not ${contentType}.`);
  }
  // A sender may add this header, which the signature does not forbid. S3 keeps it, and readers would decode bytes
  // that are not encoded.
  if (head.ContentEncoding) {
    return refusal(
      'CONTENT_TYPE_MISMATCH',
      `Storage holds them as ${head.ContentEncoding}; the ticket names no encoding.`,
    );
  }
  if (checksumSha256 !== null && head.ChecksumSHA256 !== checksumSha256) {
    return refusal('CHECKSUM_MISMATCH', 'The stored bytes do not have the promised SHA-256.');
  }
  if (checksumCrc64Nvme !== null && head.ChecksumCRC64NVME !== checksumCrc64Nvme) {
    return refusal('CHECKSUM_MISMATCH', 'The stored bytes do not have the promised CRC-64/NVME.');
  }
  if (!head.VersionId) throw new UnversionedBucket();
  return { proven: true, versionId: head.VersionId };
};

/** The bucket keeps no versions, so nothing can be pinned: a fault of the deployment. */
export class UnversionedBucket extends Error {
  override readonly name = 'UnversionedBucket';

  constructor() {
    super('The bucket is not versioned.');
  }
}
