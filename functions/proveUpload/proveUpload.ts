import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { FileErrorCode } from '../../schema/generated/types';

/** The bytes that were promised. */
export interface ProveUploadEvent {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly contentType: string;
  /** Base64, or null when none was declared. */
  readonly checksumSha256: string | null;
}

export type UploadProof =
  | { readonly proven: true; readonly versionId: string }
  | { readonly proven: false; readonly code: FileErrorCode; readonly message: string };

/** What storage says of an object; null when it is not there. */
export type ReadHead = (key: string) => Promise<ObjectHead | null>;

export type ObjectHead = Pick<
  HeadObjectCommandOutput,
  'ContentLength' | 'ContentType' | 'ChecksumSHA256' | 'VersionId'
>;

/** Whether storage holds exactly the promised bytes, and in which version. */
export const createProveUpload =
  (readHead: ReadHead) =>
  async ({ key, size, contentType, checksumSha256 }: ProveUploadEvent): Promise<UploadProof> => {
    const head = await readHead(key);
    if (!head) return refusal('OBJECT_MISSING', 'The bytes are not in storage yet.');
    if (head.ContentLength !== size) {
      return refusal('SIZE_MISMATCH', `Storage holds ${head.ContentLength ?? 0} bytes, not ${size}.`);
    }
    if (head.ContentType !== contentType) {
      return refusal('CONTENT_TYPE_MISMATCH', `Storage holds ${head.ContentType ?? 'no type'}, not ${contentType}.`);
    }
    if (checksumSha256 !== null && head.ChecksumSHA256 !== checksumSha256) {
      return refusal('CHECKSUM_MISMATCH', 'The stored bytes do not have the promised SHA-256.');
    }
    if (!head.VersionId) throw new UnversionedBucket();
    return { proven: true, versionId: head.VersionId };
  };

/** The bucket keeps no versions, so nothing can be pinned: a fault of the deployment. */
export class UnversionedBucket extends Error {
  constructor() {
    super('The bucket is not versioned.');
    this.name = 'UnversionedBucket';
  }
}

const refusal = (code: FileErrorCode, message: string): UploadProof => ({ proven: false, code, message });
