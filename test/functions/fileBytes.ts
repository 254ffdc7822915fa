import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { place } from '../../local/place';

const Bucket = place.bucketName;

/** Stores and counts bytes with full access. */
export const bytesOf = (s3: S3Client) => ({
  put: async (Key: string, Body = 'bytes'): Promise<string> =>
    (await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'text/plain' }))).VersionId ?? '',
  hide: (Key: string) => s3.send(new DeleteObjectCommand({ Bucket, Key })),
  begin: (Key: string) => s3.send(new CreateMultipartUploadCommand({ Bucket, Key })),
  /** The versions under a prefix, including delete markers, and the open multipart uploads. */
  left: async (Prefix: string) => {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix }));
    const { Uploads = [] } = await s3.send(new ListMultipartUploadsCommand({ Bucket, Prefix }));
    return {
      versions: [...Versions, ...DeleteMarkers].map(({ VersionId }) => VersionId ?? ''),
      uploads: Uploads.length,
    };
  },
});
