import { HeadObjectCommand, ListPartsCommand, NoSuchUpload, NotFound, S3Client } from '@aws-sdk/client-s3';
import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { Credentials } from './credentials';
import { required, type Environment } from './environment';

/** What storage says of an object. */
export type ObjectHead = Pick<
  HeadObjectCommandOutput,
  'ContentEncoding' | 'ContentLength' | 'ContentType' | 'ChecksumSHA256' | 'ChecksumCRC64NVME' | 'VersionId'
>;

/** A part that storage holds. */
export interface StoredPart {
  readonly partNumber: number;
  /** Bytes. */
  readonly size: number;
  readonly etag: string;
}

/** The bucket, as the functions that look into it see it. */
export interface Storage {
  readonly client: S3Client;
  readonly bucket: string;
  /** Null when there are no bytes: no object, or the empty one that keeps the key of an upload that has ended. */
  readonly readHead: (key: string) => Promise<ObjectHead | null>;
  /** Null when there is no such multipart upload (any more). */
  readonly listParts: (key: string, uploadId: string) => Promise<StoredPart[] | null>;
}

/** Opens the bucket with the credentials of whoever is served. All share one handler, and so its connections. */
export const storageOpener = (environment: Environment): ((credentials: Credentials) => Storage) => {
  const bucket = required(environment, 'BUCKET_NAME');
  const { requestHandler } = new S3Client({}).config;
  return (credentials) => {
    const client = new S3Client({ credentials, requestHandler });
    return {
      client,
      bucket,
      readHead: async (key) => {
        const command = new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' });
        const head = await unless(NotFound, client.send(command));
        return head?.ContentLength === 0 ? null : head; // no ticket is for an empty file
      },
      listParts: (key, uploadId) => unless(NoSuchUpload, listAllParts({ client, bucket, key, uploadId })),
    };
  };
};

interface Upload {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
  readonly uploadId: string;
}

/** S3 lists 1,000 parts a page. */
const listAllParts = async ({ client, bucket, key, uploadId }: Upload): Promise<StoredPart[]> => {
  const parts: StoredPart[] = [];
  let marker: string | undefined;
  do {
    const page = await client.send(
      new ListPartsCommand({ Bucket: bucket, Key: key, UploadId: uploadId, PartNumberMarker: marker }),
    );
    for (const { PartNumber = 0, Size = 0, ETag = '' } of page.Parts ?? []) {
      parts.push({ partNumber: PartNumber, size: Size, etag: ETag });
    }
    marker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
  } while (marker !== undefined);
  return parts;
};

/** The answer, or null for the one error that says "not there". */
const unless = async <Answer>(
  absence: typeof NotFound | typeof NoSuchUpload,
  answer: Promise<Answer>,
): Promise<Answer | null> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof absence) return null;
    throw error;
  }
};
