import { CompleteMultipartUploadCommand, S3ServiceException } from '@aws-sdk/client-s3';
import type { Storage, StoredPart } from '../shared/storage';
import { waitAbout } from '../shared/waitAbout';
import { refusal, type Refusal } from './refusal';

/** A multipart upload whose parts should all have arrived. */
export interface Multipart {
  readonly key: string;
  readonly uploadId: string;
  /** Bytes of the whole file. */
  readonly size: number;
  /** Bytes of each part but the last. */
  readonly partSize: number;
  /** Base64 of the whole file's CRC-64/NVME, or null when none was declared. */
  readonly checksumCrc64Nvme: string | null;
}

/** Pauses before further attempts, when another call or a part that is sent again got in the way. */
const pausesMilliseconds = [100, 400, 1600];

/**
 * Completes the upload from S3's own list of its parts, so that the client needs no ETags. Null if the upload is now
 * completed, by this call or another, or the object exists; a refusal if a part is missing or still being sent, if the
 * key was deleted since the upload began, or if the bytes are not the declared ones.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 */
export const completeMultipart = async (
  storage: Pick<Storage, 'client' | 'bucket' | 'listParts'>,
  upload: Multipart,
  [pause, ...later] = pausesMilliseconds,
): Promise<Refusal | null> => {
  const { client, bucket, listParts } = storage;
  const parts = await listParts(upload.key, upload.uploadId);
  if (parts === null) return null;
  const missing = findMissing(parts, upload);
  if (missing !== null) return refusal('OBJECT_MISSING', `Part ${missing} has not arrived in full.`);
  try {
    await client.send(
      new CompleteMultipartUploadCommand({
        Bucket: bucket,
        Key: upload.key,
        UploadId: upload.uploadId,
        IfNoneMatch: '*',
        MpuObjectSize: upload.size,
        ChecksumType: 'FULL_OBJECT',
        ...(upload.checksumCrc64Nvme === null ? {} : { ChecksumCRC64NVME: upload.checksumCrc64Nvme }),
        MultipartUpload: { Parts: parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag })) },
      }),
    );
    return null;
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    // Another call has completed the upload meanwhile or, on a conflict, is about to.
    if (error.name === 'NoSuchUpload' || error.name === 'PreconditionFailed') return null;
    if (isOvertaken(error) && pause !== undefined) {
      await waitAbout(pause);
      return completeMultipart(storage, upload, later);
    }
    if (error.name === 'ConditionalRequestConflict') {
      return refusal('OBJECT_MISSING', 'The bytes were deleted while they were being sent.');
    }
    if (error.name === 'InvalidPart') return refusal('OBJECT_MISSING', 'A part is still being sent.');
    if (error.name === 'BadDigest') {
      return refusal('CHECKSUM_MISMATCH', 'The stored parts do not have the promised CRC-64/NVME.');
    }
    throw error;
  }
};

/** Whether another call is completing the upload, or a part has been sent again since the parts were listed. */
const isOvertaken = ({ name }: S3ServiceException): boolean =>
  name === 'ConditionalRequestConflict' || name === 'InvalidPart';

/** The number of the first part that has not arrived in full; null if all have. */
const findMissing = (parts: readonly StoredPart[], { size, partSize }: Multipart): number | null => {
  const sizes = new Map(parts.map((part) => [part.partNumber, part.size]));
  for (let start = 0, number = 1; start < size; start += partSize, number += 1) {
    if (sizes.get(number) !== Math.min(partSize, size - start)) return number;
  }
  return null;
};
