export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A date, `YYYY-MM-DD`, with an optional time-zone offset. */
  AWSDate: { input: string; output: string; }
  /** An ISO 8601 date and time with an offset: `2026-11-22T08:00:00.000Z`. */
  AWSDateTime: { input: string; output: string; }
  /** An e-mail address, `local-part@domain-part`. */
  AWSEmail: { input: string; output: string; }
  /** An IPv4 or IPv6 address, with an optional CIDR suffix. */
  AWSIPAddress: { input: string; output: string; }
  /** A string that holds valid JSON. Resolvers see the parsed value. */
  AWSJSON: { input: unknown; output: unknown; }
  /** A phone number. */
  AWSPhone: { input: string; output: string; }
  /** A time of day, `hh:mm:ss.sss`, with an optional time-zone offset. */
  AWSTime: { input: string; output: string; }
  /** Whole seconds since 1970-01-01T00:00Z. */
  AWSTimestamp: { input: number; output: number; }
  /** A URL with a scheme. */
  AWSURL: { input: string; output: string; }
};

/** An upload that is to end. */
export type AbortUploadInput = {
  /** The ticket's `fileId`. */
  fileId: Scalars['ID']['input'];
};

/** An upload that was ended. */
export type AbortedUpload = {
  /** The upload. */
  fileId: Scalars['ID']['output'];
};

/** How a browser treats downloaded bytes. */
export type ContentDisposition =
  /** Save them under the file's name. */
  | 'ATTACHMENT'
  /** Show them in the page. */
  | 'INLINE';

/** A file that is to be deleted. */
export type DeleteFileInput = {
  /** The file. */
  fileId: Scalars['ID']['input'];
  /** Delete it for good, now, whether it is in the trash or not. */
  permanent?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Files that are to be deleted. */
export type DeleteFilesInput = {
  /** 1 to 50 files. */
  fileIds: Array<Scalars['ID']['input']>;
  /** Delete them for good, now, whether they are in the trash or not. */
  permanent?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A file that was deleted. */
export type DeletedFile = {
  /** The file as it is in the trash; null when it was deleted for good. */
  file: Maybe<UserFile>;
  /** The file. */
  fileId: Scalars['ID']['output'];
};

/** All that a client needs to fetch bytes. */
export type DownloadTicket = {
  /** The media type the bytes are served with. */
  contentType: Scalars['String']['output'];
  /** Where a GET fetches the bytes. It names one version of them: they cannot change under the reader. */
  downloadUrl: Scalars['AWSURL']['output'];
  /** When the URL stops working. */
  expiresAt: Scalars['AWSDateTime']['output'];
  /** The file. */
  fileId: Scalars['ID']['output'];
  /** The name under which a browser saves the bytes. */
  fileName: Scalars['String']['output'];
  /** The size in bytes. */
  size: Scalars['Float']['output'];
};

/** What `errorType` says when a request is refused. */
export type FileErrorCode =
  /** Another request was changing the same thing at this moment: the same request again will do. */
  | 'BUSY'
  /** The stored bytes do not have the promised checksum. */
  | 'CHECKSUM_MISMATCH'
  /** The stored or stated content type is not the promised one. */
  | 'CONTENT_TYPE_MISMATCH'
  /** The content type is malformed, or not one that the API takes. */
  | 'CONTENT_TYPE_NOT_ALLOWED'
  /** The file is larger than the API takes. */
  | 'FILE_TOO_LARGE'
  /** Another argument is out of its range; the message says which. */
  | 'INVALID_ARGUMENT'
  /** A checksum is malformed, or cannot be proven of this upload; the message says why. */
  | 'INVALID_CHECKSUM'
  /** `extra` is not a JSON object, or is too large. */
  | 'INVALID_EXTRA'
  /** The file name is empty, too long, or holds what a name may not hold. */
  | 'INVALID_FILE_NAME'
  /** The `nextToken` is not one that this list returned. */
  | 'INVALID_NEXT_TOKEN'
  /** The size is not a whole number of bytes, 1 or more. */
  | 'INVALID_SIZE'
  /** The key is not that of the ticket. */
  | 'KEY_MISMATCH'
  /** No such file of the caller. */
  | 'NOT_FOUND'
  /** The bytes are not in storage (yet). */
  | 'OBJECT_MISSING'
  /** The caller's files would take more bytes, or be more, than the quota allows. */
  | 'QUOTA_EXCEEDED'
  /** The stored or stated size is not the promised one. */
  | 'SIZE_MISMATCH'
  /** The file is not in a state that allows this. */
  | 'STATE_CONFLICT'
  /** The caller has too many pending uploads: save or end some. */
  | 'TOO_MANY_UPLOADS'
  /** The upload has ended; ask for a new ticket. */
  | 'UPLOAD_EXPIRED'
  /** No such upload of the caller. */
  | 'UPLOAD_NOT_FOUND'
  /** The file has been changed since the given `version`: read it again. */
  | 'VERSION_CONFLICT';

/** A change of a file. */
export type FileEvent = {
  /** When it happened. */
  at: Scalars['AWSDateTime']['output'];
  /** The file as it is now; of a DELETED file, as it was last. */
  file: UserFile;
  /** The file. */
  fileId: Scalars['ID']['output'];
  /** What happened. */
  type: FileEventType;
  /** Whose file it is: the `sub` of its owner, who alone is told. */
  userId: Scalars['ID']['output'];
};

/** What happened to a file. */
export type FileEventType =
  /** It has another name or other `extra`. */
  | 'CHANGED'
  /** It is gone for good. */
  | 'DELETED'
  /** Its bytes were found to be harmful. */
  | 'REJECTED'
  /** It came out of the trash. */
  | 'RESTORED'
  /** It went into the trash. */
  | 'TRASHED'
  /** Its bytes are proven: it is AVAILABLE. */
  | 'UPLOADED';

/** Which files to list. Conditions are joined by AND. */
export type FileFilter = {
  /** The content type, such as `image/png`, without regard to case; `image/*` stands for every image type. */
  contentType?: InputMaybe<Scalars['String']['input']>;
  /** The beginning of the file name, without regard to case; 1 to 255 characters. */
  fileNamePrefix?: InputMaybe<Scalars['String']['input']>;
  /** At most this many bytes; whole, 0 or more. */
  maxSize?: InputMaybe<Scalars['Float']['input']>;
  /** At least this many bytes; whole, 0 or more. */
  minSize?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Files of this status. PENDING uploads are listed by the date of their ticket only, and not by name; the other
   * conditions hold for them as well.
   */
  status?: InputMaybe<FileStatus>;
  /** Uploaded at this instant or later. */
  uploadedFrom?: InputMaybe<Scalars['AWSDateTime']['input']>;
  /** Uploaded at this instant or earlier. */
  uploadedUntil?: InputMaybe<Scalars['AWSDateTime']['input']>;
};

/** What a list of files can be ordered by. */
export type FileSortKey =
  /** The file name, without regard to case. */
  | 'FILE_NAME'
  /** The size in bytes. */
  | 'SIZE'
  /** The instant the file was saved; of a PENDING upload, the instant its ticket was asked for. */
  | 'UPLOADED_AT';

/** The state of a file. */
export type FileStatus =
  /** Exactly the promised bytes are stored. */
  | 'AVAILABLE'
  /** Reserved; the bytes are not proven yet. */
  | 'PENDING'
  /** The bytes were found to be harmful. */
  | 'REJECTED'
  /** Deleted, but can be restored. */
  | 'TRASHED';

/** Parts of a MULTIPART upload that are to be sent. */
export type GetUploadPartUrlsInput = {
  /** The ticket's `fileId`. */
  fileId: Scalars['ID']['input'];
  /** 1 to 50 part numbers, each from 1 to the ticket's `partCount`. */
  partNumbers: Array<Scalars['Int']['input']>;
};

/** What a client promises to upload. */
export type GetUploadUrlInput = {
  /**
   * The CRC-64/NVME of the bytes in base64 (12 characters), for files of any size, in place of a SHA-256. When declared,
   * storage refuses any other bytes.
   */
  checksumCrc64Nvme?: InputMaybe<Scalars['String']['input']>;
  /**
   * The SHA-256 of the bytes in base64 (44 characters). When declared, storage refuses any other bytes. Only for files
   * that are sent in one PUT: storage cannot prove it of parts.
   */
  checksumSha256?: InputMaybe<Scalars['String']['input']>;
  /** The media type without parameters, such as `image/png`; `application/octet-stream` when left out. */
  contentType?: InputMaybe<Scalars['String']['input']>;
  /**
   * A pending upload of the caller whose ticket has expired or was lost: a new ticket for the same file is
   * returned. All other properties must be as they were.
   */
  fileId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The name people see: 1 to 255 characters (Unicode, normalised to NFC), no control characters, no `/` or `\`,
   * and neither `.` nor `..`.
   */
  fileName: Scalars['String']['input'];
  /** The exact number of bytes: whole, 1 up to the API's limit (5 TiB). */
  size: Scalars['Float']['input'];
};

/** A header that must be sent exactly as given. */
export type HttpHeader = {
  /** The header's name, in lower case. */
  name: Scalars['String']['output'];
  /** The header's value. */
  value: Scalars['String']['output'];
};

export type Mutation = {
  /**
   * Ends a pending upload: it cannot be saved any more. What has arrived of it is removed, and then its bytes no longer
   * count, within moments.
   *
   * Errors: UPLOAD_NOT_FOUND.
   */
  abortUpload: AbortedUpload;
  /**
   * Puts a file into the trash, where it stays for 30 days and counts towards the quota, or deletes it for good. Saying
   * the same thing twice gives the same answer; to delete for good what is not there succeeds.
   *
   * Errors: NOT_FOUND, BUSY, STATE_CONFLICT (a pending upload is ended by `abortUpload`; a REJECTED file is only deleted for
   * good).
   */
  deleteFile: DeletedFile;
  /**
   * Deletes many files as `deleteFile` does, all or none. The answer names those that are deleted now: without
   * `permanent`, files that are not there are left out of it.
   *
   * Errors: INVALID_ARGUMENT, BUSY, STATE_CONFLICT.
   */
  deleteFiles: Array<DeletedFile>;
  /**
   * URLs for more parts of a MULTIPART upload, or new ones for those that have expired. A part may be sent again.
   * An upload whose parts are asked for is prolonged as well.
   *
   * Errors: UPLOAD_NOT_FOUND, UPLOAD_EXPIRED, INVALID_ARGUMENT, STATE_CONFLICT (the upload is one PUT).
   */
  getUploadPartUrls: UploadPartUrls;
  /**
   * Reserves a file and returns a ticket: where and how to send its bytes. The ticket serves once and only for
   * exactly the promised size and type (and checksum, when declared). Files above 64 MiB are sent in parts. A ticket for
   * the `fileId` of a pending upload prolongs it, until `uploadPolicy.uploadLifetimeSeconds` after its beginning.
   *
   * Errors: INVALID_FILE_NAME, INVALID_SIZE, FILE_TOO_LARGE, CONTENT_TYPE_NOT_ALLOWED, INVALID_CHECKSUM, QUOTA_EXCEEDED,
   * TOO_MANY_UPLOADS, BUSY, UPLOAD_NOT_FOUND (a `fileId` that is not a pending upload of the caller with these very
   * properties, or one that is too old).
   */
  getUploadUrl: UploadTicket;
  /**
   * Internal: tells subscribers of a change of a row. Called by the function that follows the table, with a fixed
   * selection, since subscribers are sent what this mutation selects.
   */
  publishFileEvent: FileEvent;
  /**
   * Takes a file out of the trash. A file that is not in it is given back as it is.
   *
   * Errors: NOT_FOUND, BUSY, STATE_CONFLICT (the file is REJECTED).
   */
  restoreFile: UserFile;
  /**
   * Proves that the promised bytes are stored, then makes the file AVAILABLE. Saying the same thing twice gives
   * the same answer. The parts of a MULTIPART upload are joined here; no list of them is needed.
   *
   * Errors: UPLOAD_NOT_FOUND, UPLOAD_EXPIRED, OBJECT_MISSING, SIZE_MISMATCH, CONTENT_TYPE_MISMATCH,
   * CHECKSUM_MISMATCH, KEY_MISMATCH, INVALID_FILE_NAME, INVALID_EXTRA, STATE_CONFLICT (already saved with other
   * metadata).
   */
  saveFileMetadata: UserFile;
  /**
   * Gives a file another name or other `extra`; its bytes and its key stay. Of two changes of the same `version` one
   * wins. Saying the same thing twice gives the same answer.
   *
   * Errors: NOT_FOUND, BUSY, INVALID_FILE_NAME, INVALID_EXTRA, VERSION_CONFLICT, STATE_CONFLICT (the file is in the
   * trash).
   */
  updateFile: UserFile;
};


export type MutationAbortUploadArgs = {
  input: AbortUploadInput;
};


export type MutationDeleteFileArgs = {
  input: DeleteFileInput;
};


export type MutationDeleteFilesArgs = {
  input: DeleteFilesInput;
};


export type MutationGetUploadPartUrlsArgs = {
  input: GetUploadPartUrlsInput;
};


export type MutationGetUploadUrlArgs = {
  input: GetUploadUrlInput;
};


export type MutationPublishFileEventArgs = {
  input: PublishFileEventInput;
};


export type MutationRestoreFileArgs = {
  input: RestoreFileInput;
};


export type MutationSaveFileMetadataArgs = {
  input: SaveFileMetadataInput;
};


export type MutationUpdateFileArgs = {
  input: UpdateFileInput;
};

/** Internal: a change of a row of the table. */
export type PublishFileEventInput = {
  /** When it happened. */
  at: Scalars['AWSDateTime']['input'];
  /** The file. */
  fileId: Scalars['ID']['input'];
  /** The row as it is now, or was last, as JSON. */
  row: Scalars['AWSJSON']['input'];
  /** What happened. */
  type: FileEventType;
  /** Whose file it is. */
  userId: Scalars['ID']['input'];
};

export type Query = {
  /**
   * A short-lived URL from which a plain HTTP GET fetches one file's bytes, whole or by `Range`.
   *
   * Errors: NOT_FOUND.
   */
  getDownloadUrl: DownloadTicket;
  /** One of the caller's files, whatever its status; null when there is none. */
  getFile: Maybe<UserFile>;
  /**
   * What of a pending upload has arrived, by storage's own account: an upload goes on from here after a reload or on
   * another device.
   *
   * Errors: UPLOAD_NOT_FOUND, UPLOAD_EXPIRED.
   */
  getUploadProgress: UploadProgress;
  /**
   * The caller's files of one status, a page at a time. A file that was just saved is in the answer.
   * A page may hold fewer than `limit` files, even none, and still have a `nextToken`: go on until it is null.
   *
   * Errors: INVALID_ARGUMENT, INVALID_NEXT_TOKEN.
   */
  myFiles: UserFileConnection;
  /** What the caller's files take of the quota. */
  myUsage: Usage;
  /** What this API takes: its limits as data, the same for everyone. */
  uploadPolicy: UploadPolicy;
};


export type QueryGetDownloadUrlArgs = {
  disposition?: InputMaybe<ContentDisposition>;
  fileId: Scalars['ID']['input'];
};


export type QueryGetFileArgs = {
  fileId: Scalars['ID']['input'];
};


export type QueryGetUploadProgressArgs = {
  fileId: Scalars['ID']['input'];
};


export type QueryMyFilesArgs = {
  filter?: InputMaybe<FileFilter>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
  sortBy?: InputMaybe<FileSortKey>;
  sortDirection?: InputMaybe<SortDirection>;
};

/** A part that storage holds. */
export type ReceivedPart = {
  /** The part's number, from 1. */
  partNumber: Scalars['Int']['output'];
  /** Bytes in the part. */
  size: Scalars['Float']['output'];
};

/** A file that is to come out of the trash. */
export type RestoreFileInput = {
  /** The file. */
  fileId: Scalars['ID']['input'];
};

/** An upload whose bytes have been sent. */
export type SaveFileMetadataInput = {
  /** The content type; when given, it must be the promised one. */
  contentType?: InputMaybe<Scalars['String']['input']>;
  /** Anything the client wants to keep with the file: a JSON object, at most 16 KiB. */
  extra?: InputMaybe<Scalars['AWSJSON']['input']>;
  /** The ticket's `fileId`. */
  fileId: Scalars['ID']['input'];
  /** Another name than the one in the ticket's request. */
  fileName?: InputMaybe<Scalars['String']['input']>;
  /** The ticket's `key`; when given, it must be that of the ticket. */
  key?: InputMaybe<Scalars['String']['input']>;
  /** The size in bytes; when given, it must be the promised one. */
  size?: InputMaybe<Scalars['Float']['input']>;
};

/** The direction of a sorted list. */
export type SortDirection =
  /** Oldest, first in the alphabet, or smallest first. */
  | 'ASC'
  /** Newest, last in the alphabet, or largest first. */
  | 'DESC';

export type Subscription = {
  /**
   * Changes of the caller's own files, as they happen. An event may come twice; `file.version` tells which is newer.
   *
   * Errors: NOT_FOUND (a `fileId` that cannot be one).
   */
  onMyFileEvent: Maybe<FileEvent>;
};


export type SubscriptionOnMyFileEventArgs = {
  fileId?: InputMaybe<Scalars['ID']['input']>;
};

/** A change of a file's name or of what is kept with it. What is left out stays as it is. */
export type UpdateFileInput = {
  /** What the client keeps with the file from now on: a JSON object, at most 16 KiB; null removes it. */
  extra?: InputMaybe<Scalars['AWSJSON']['input']>;
  /** The file. */
  fileId: Scalars['ID']['input'];
  /** The new name; the rules are those of `getUploadUrl`. */
  fileName?: InputMaybe<Scalars['String']['input']>;
  /** The file's `version` that the change is made to. */
  version: Scalars['Int']['input'];
};

/** How bytes are sent. */
export type UploadMethod =
  /** An HTTP PUT of each part to its own URL. */
  | 'MULTIPART'
  /** One HTTP PUT of all bytes to `uploadUrl`. */
  | 'PUT';

/** One part of a MULTIPART upload. */
export type UploadPart = {
  /** The part's number, from 1. */
  partNumber: Scalars['Int']['output'];
  /** Where the part's bytes are PUT; no header is needed but the Content-Length that every HTTP client sets. */
  uploadUrl: Scalars['AWSURL']['output'];
};

/** Where parts of a MULTIPART upload are sent. */
export type UploadPartUrls = {
  /** When the URLs stop working. The bytes must have begun to flow before. */
  expiresAt: Scalars['AWSDateTime']['output'];
  /** The upload. */
  fileId: Scalars['ID']['output'];
  /** The parts, in the order they were asked for. */
  parts: Array<UploadPart>;
};

/** The limits of this API. */
export type UploadPolicy = {
  /** The content types that are taken; `image/*` stands for every image type. */
  allowedContentTypes: Array<Scalars['String']['output']>;
  /** The most characters of `extra` as JSON. */
  maxExtraCharacters: Scalars['Int']['output'];
  /** The most bytes of one file. */
  maxFileBytes: Scalars['Float']['output'];
  /** The most pending uploads of one person. */
  maxPendingUploads: Scalars['Int']['output'];
  /** The most bytes of one person's files, used and reserved together. */
  maxUserBytes: Scalars['Float']['output'];
  /** The most files of one person, pending uploads included. */
  maxUserFiles: Scalars['Int']['output'];
  /** The least bytes of a part but the last. */
  minPartBytes: Scalars['Float']['output'];
  /** Files of more bytes are sent in parts. */
  multipartThresholdBytes: Scalars['Float']['output'];
  /** The most part URLs in one answer. */
  partUrlBatch: Scalars['Int']['output'];
  /** How long an upload may stay PENDING until it is prolonged, in seconds. */
  pendingLifetimeSeconds: Scalars['Int']['output'];
  /** How long a file stays in the trash, in seconds. */
  trashLifetimeSeconds: Scalars['Int']['output'];
  /** How old an upload may be and still be prolonged, in seconds. */
  uploadLifetimeSeconds: Scalars['Int']['output'];
  /** How long a URL works, in seconds. */
  urlLifetimeSeconds: Scalars['Int']['output'];
};

/** What of an upload has arrived. */
export type UploadProgress = {
  /** The upload. */
  fileId: Scalars['ID']['output'];
  /** How the bytes are sent. */
  method: UploadMethod;
  /** How many parts there are; null when `method` is PUT. */
  partCount: Maybe<Scalars['Int']['output']>;
  /** Bytes in each part but the last; null when `method` is PUT. */
  partSize: Maybe<Scalars['Float']['output']>;
  /** Bytes that storage holds. */
  receivedBytes: Scalars['Float']['output'];
  /** The parts that storage holds; empty when `method` is PUT. */
  receivedParts: Array<ReceivedPart>;
  /** The promised number of bytes. */
  size: Scalars['Float']['output'];
};

/** All that a client needs to send bytes. */
export type UploadTicket = {
  /** When the URLs stop working. The bytes must have begun to flow before. */
  expiresAt: Scalars['AWSDateTime']['output'];
  /** The file that was reserved; `saveFileMetadata` asks for it. */
  fileId: Scalars['ID']['output'];
  /** The headers to send with the PUT: all of them, exactly so. Content-Length is set by every HTTP client itself. */
  headers: Array<HttpHeader>;
  /** The object's key in storage. It holds no part of the file name. */
  key: Scalars['String']['output'];
  /** How the bytes are sent. */
  method: UploadMethod;
  /** How many parts there are; null when `method` is PUT. */
  partCount: Maybe<Scalars['Int']['output']>;
  /** Bytes in each part but the last; null when `method` is PUT. */
  partSize: Maybe<Scalars['Float']['output']>;
  /** The first parts' URLs, at most 50; null when `method` is PUT. `getUploadPartUrls` gives more. */
  parts: Maybe<Array<UploadPart>>;
  /** Where one PUT sends all bytes; null when `method` is MULTIPART. */
  uploadUrl: Maybe<Scalars['AWSURL']['output']>;
};

/**
 * What a person's files take, and may take. What was freed is counted off once its bytes are gone, moments later: the
 * figures are never below what storage holds.
 */
export type Usage = {
  /** Files, those in the trash included. */
  fileCount: Scalars['Int']['output'];
  /** The most bytes, used and reserved together. */
  maxBytes: Scalars['Float']['output'];
  /** The most files, pending uploads included. */
  maxFiles: Scalars['Int']['output'];
  /** Pending uploads. */
  pendingCount: Scalars['Int']['output'];
  /** Bytes promised by pending uploads. */
  reservedBytes: Scalars['Float']['output'];
  /** Bytes of files, those in the trash included. */
  usedBytes: Scalars['Float']['output'];
};

/** One of the caller's files. */
export type UserFile = {
  /** The CRC-64/NVME of the bytes in base64, when the client declared it. */
  checksumCrc64Nvme: Maybe<Scalars['String']['output']>;
  /** The SHA-256 of the bytes in base64, when the client declared it. */
  checksumSha256: Maybe<Scalars['String']['output']>;
  /** The media type. */
  contentType: Scalars['String']['output'];
  /** When the ticket was asked for. */
  createdAt: Scalars['AWSDateTime']['output'];
  /**
   * Where a GET fetches the bytes, as `getDownloadUrl` gives it with ATTACHMENT: short-lived, and made only when the
   * field is asked for. Null unless the file is AVAILABLE, in answers of mutations, and in events.
   */
  downloadUrl: Maybe<Scalars['AWSURL']['output']>;
  /** When the upload ends if it is not saved, or the file in the trash is deleted for good; null otherwise. */
  expiresAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** What the client keeps with the file. */
  extra: Maybe<Scalars['AWSJSON']['output']>;
  /** The file's identity. */
  fileId: Scalars['ID']['output'];
  /** The name people see. */
  fileName: Scalars['String']['output'];
  /** The object's key in storage. */
  key: Scalars['String']['output'];
  /** The size in bytes (Float, since Int ends at 2 GiB). */
  size: Scalars['Float']['output'];
  /** The file's state. */
  status: FileStatus;
  /** When the file went into the trash; null when it is not there. */
  trashedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** When the metadata changed last. */
  updatedAt: Scalars['AWSDateTime']['output'];
  /** When the file became AVAILABLE. */
  uploadedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Counts the changes of the metadata, from 1. */
  version: Scalars['Int']['output'];
};

/** A page of files. */
export type UserFileConnection = {
  /** The files of this page. */
  items: Array<UserFile>;
  /** Ask for the next page with it; null on the last page. */
  nextToken: Maybe<Scalars['String']['output']>;
};
