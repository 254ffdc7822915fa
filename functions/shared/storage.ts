import {
  HeadObjectCommand,
  ListPartsCommand,
  NoSuchUpload,
  NotFound,
  S3Client,
  type HeadObjectCommandOutput,
} from '@aws-sdk/client-s3';
import type { Credentials } from './credentials';
import { required, type Environment } from './environment';

/** What S3 says about an object. */
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

/** The bucket, as the functions that inspect it see it. */
export interface Storage {
  readonly client: S3Client;
  readonly bucket: string;
  /** Null if there are no bytes: no object, or the empty one that occupies the key of an ended upload. */
  readonly readHead: (key: string) => Promise<ObjectHead | null>;
  /** Null if there is no such multipart upload, or no longer. */
  readonly listParts: (key: string, uploadId: string) => Promise<StoredPart[] | null>;
}

/** Opens the bucket with a person's credentials. All clients share one request handler, and so its connections. */
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

/** The response, or null for the one error that says "not there". */
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
