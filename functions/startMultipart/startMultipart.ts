import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';
import type { Storage } from '../shared/storage';

/** The bytes that will come in parts. */
export interface StartMultipartEvent {
  readonly key: string;
  readonly contentType: string;
}

export interface StartedMultipart {
  readonly uploadId: string;
}

/** Starts a multipart upload for which S3 computes a CRC-64/NVME of the whole object as the parts arrive. */
export const startMultipart = async (
  { client, bucket }: Pick<Storage, 'client' | 'bucket'>,
  { key, contentType }: StartMultipartEvent,
): Promise<StartedMultipart> => {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({
      Bucket: bucket,
      Key: key,
      ContentType: contentType,
      ChecksumAlgorithm: 'CRC64NVME',
      ChecksumType: 'FULL_OBJECT',
    }),
  );
  return { uploadId: UploadId ?? '' };
};
