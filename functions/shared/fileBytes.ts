import {
  AbortMultipartUploadCommand,
  DeleteObjectsCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  NoSuchUpload,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { required, type Environment } from './environment';
import { partsOf } from './partsOf';

/** A version of an object, or a delete marker. */
export interface ObjectVersion {
  readonly key: string;
  readonly versionId: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** A multipart upload that is neither completed nor aborted. */
export interface OpenUpload {
  readonly key: string;
  readonly uploadId: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** The bucket, as the functions that clear it see it. */
export interface FileBytes {
  /** The names of the folders directly under a prefix that hold any version or delete marker. */
  readonly foldersUnder: (prefix: string) => AsyncIterable<string>;
  readonly versionsUnder: (prefix: string) => AsyncIterable<ObjectVersion>;
  readonly uploadsUnder: (prefix: string) => AsyncIterable<OpenUpload>;
  /** Puts an empty object at a key, so that a PUT with If-None-Match fails; returns its version id. */
  readonly occupy: (key: string) => Promise<string>;
  /** Deletes versions permanently; those already gone are no failure. */
  readonly removeVersions: (versions: readonly ObjectVersion[]) => Promise<void>;
  /** Aborts a multipart upload and discards its parts; one that has already ended is no failure. */
  readonly abortUpload: (upload: OpenUpload) => Promise<void>;
}

/** Some versions could not be removed. */
export class VersionsRemain extends Error {
  override readonly name = 'VersionsRemain';

  constructor(count: number, reason: string) {
    super(`${count} version(s) could not be removed: ${reason}`);
  }
}

/** The most objects that one DeleteObjects takes. */
const deleteBatch = 1000;

/** Opens the bucket with the credentials in Lambda's environment. */
export const openFileBytes = (environment: Environment, client = new S3Client({})): FileBytes => {
  const bucket = required(environment, 'BUCKET_NAME');

  const listFolders = async (Prefix: string, from: Marks) => {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix, Delimiter: '/', ...from }));
    return {
      items: (page.CommonPrefixes ?? []).map((folder) => (folder.Prefix ?? '').slice(Prefix.length, -1)),
      next: page.IsTruncated ? { KeyMarker: page.NextKeyMarker } : undefined, // a folder is no version
    };
  };

  const listVersions = async (Prefix: string, from: Marks) => {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix, ...from }));
    const listed = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    return {
      items: listed.map(({ Key = '', VersionId = '', LastModified }) => ({
        key: Key,
        versionId: VersionId,
        since: LastModified?.getTime() ?? 0,
      })),
      next: page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : undefined,
    };
  };

  const listUploads = async (Prefix: string, from: Marks) => {
    const page = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket, Prefix, ...from }));
    return {
      items: (page.Uploads ?? []).map(({ Key = '', UploadId = '', Initiated }) => ({
        key: Key,
        uploadId: UploadId,
        since: Initiated?.getTime() ?? 0,
      })),
      next: page.IsTruncated ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker } : undefined,
    };
  };

  return {
    foldersUnder: (prefix) => everyItem((from) => listFolders(prefix, from)),
    versionsUnder: (prefix) => everyItem((from) => listVersions(prefix, from)),
    uploadsUnder: (prefix) => everyItem((from) => listUploads(prefix, from)),
    occupy: async (key) => {
      const empty = { Bucket: bucket, Key: key, ContentLength: 0 }; // without a length, the SDK logs a warning
      const { VersionId = '' } = await client.send(new PutObjectCommand(empty));
      return VersionId;
    },
    removeVersions: async (versions) => {
      for (const some of partsOf(versions, deleteBatch)) {
        const Objects = some.map(({ key, versionId }) => ({ Key: key, VersionId: versionId }));
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
        );
        if (Errors.length > 0) throw new VersionsRemain(Errors.length, Errors[0]?.Code ?? 'no reason given');
      }
    },
    abortUpload: async ({ key, uploadId }) => {
      try {
        await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId }));
      } catch (error) {
        if (!(error instanceof NoSuchUpload)) throw error;
      }
    },
  };
};

/** The markers at which a page of a listing begins. */
type Marks = Readonly<Record<string, string | undefined>>;

/** The items of all pages. */
async function* everyItem<Item>(
  readPage: (from: Marks) => Promise<{ readonly items: readonly Item[]; readonly next: Marks | undefined }>,
): AsyncGenerator<Item> {
  for (let from: Marks | undefined = {}; from !== undefined;) {
    const { items, next }: Awaited<ReturnType<typeof readPage>> = await readPage(from);
    yield* items;
    from = next;
  }
}
