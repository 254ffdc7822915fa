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

/** Begins a multipart upload whose bytes storage sums up as a whole (CRC-64/NVME) while the parts come. */
export const createStartMultipart =
  ({ client, bucket }: Pick<Storage, 'client' | 'bucket'>) =>
  async ({ key, contentType }: StartMultipartEvent): Promise<StartedMultipart> => {
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
