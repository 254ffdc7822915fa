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

/** An upload to end. */
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
  /** Saves them under the file's name. */
  | 'ATTACHMENT'
  /** Shows them in the page. */
  | 'INLINE';

/** A file to delete. */
export type DeleteFileInput = {
  /** The file. */
  fileId: Scalars['ID']['input'];
  /** Delete it for good now, whether or not it is in the trash. */
  permanent?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Files to delete. */
export type DeleteFilesInput = {
  /** 1 to 50 files. */
  fileIds: Array<Scalars['ID']['input']>;
  /** Delete them for good now, whether or not they are in the trash. */
  permanent?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A file that was deleted. */
export type DeletedFile = {
  /** The file in the trash; null when it was deleted for good. */
  file: Maybe<UserFile>;
  /** The file. */
  fileId: Scalars['ID']['output'];
};

/** Everything a client needs to fetch bytes. */
export type DownloadTicket = {
  /** The media type that the bytes are served with. */
  contentType: Scalars['String']['output'];
  /** Where to GET the bytes. The URL names one version of them, so they cannot change while being read. */
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

/** The `errorType` of a refused request. */
export type FileErrorCode =
  /** Another request was changing the same thing at that moment: send the same request again. */
  | 'BUSY'
  /** The stored bytes do not have the promised checksum. */
  | 'CHECKSUM_MISMATCH'
  /** The stored or stated content type is not the promised one. */
  | 'CONTENT_TYPE_MISMATCH'
  /** The content type is malformed, or not one that the API accepts. */
  | 'CONTENT_TYPE_NOT_ALLOWED'
  /** The file is larger than the API accepts. */
  | 'FILE_TOO_LARGE'
  /** Another argument is out of range; the message says which. */
  | 'INVALID_ARGUMENT'
  /** A checksum is malformed, or cannot be verified for this upload; the message says why. */
  | 'INVALID_CHECKSUM'
  /** `extra` is not a JSON object, or is too large. */
  | 'INVALID_EXTRA'
  /** The file name is empty, too long, or contains something not allowed in a name. */
  | 'INVALID_FILE_NAME'
  /** The `nextToken` is not one that this list returned. */
  | 'INVALID_NEXT_TOKEN'
  /** The size is not a whole number of bytes of 1 or more. */
  | 'INVALID_SIZE'
  /** The key is not the ticket's. */
  | 'KEY_MISMATCH'
  /** The caller has no such file. */
  | 'NOT_FOUND'
  /** The bytes are not in storage, or not yet. */
  | 'OBJECT_MISSING'
  /** The caller's files would exceed the quota, in bytes or in number. */
  | 'QUOTA_EXCEEDED'
  /** The stored or stated size is not the promised one. */
  | 'SIZE_MISMATCH'
  /** The file's state does not allow this. */
  | 'STATE_CONFLICT'
  /** The caller has too many pending uploads: save or end some. */
  | 'TOO_MANY_UPLOADS'
  /** The upload has ended; ask for a new ticket. */
  | 'UPLOAD_EXPIRED'
  /** The caller has no such upload. */
  | 'UPLOAD_NOT_FOUND'
  /** The file has changed since the given `version`: read it again. */
  | 'VERSION_CONFLICT';

/** A change to a file. */
export type FileEvent = {
  /** When it happened. */
  at: Scalars['AWSDateTime']['output'];
  /** The file after the change; for a DELETED file, its last state. */
  file: UserFile;
  /** The file. */
  fileId: Scalars['ID']['output'];
  /** What happened. */
  type: FileEventType;
  /** The `sub` of the file's owner, who alone receives the event. */
  userId: Scalars['ID']['output'];
};

/** What happened to a file. */
export type FileEventType =
  /** Its name or `extra` changed. */
  | 'CHANGED'
  /** It was deleted for good. */
  | 'DELETED'
  /** Its bytes were found to be harmful. */
  | 'REJECTED'
  /** It was taken out of the trash. */
  | 'RESTORED'
  /** It was moved to the trash. */
  | 'TRASHED'
  /** Its bytes were verified: it is AVAILABLE. */
  | 'UPLOADED';

/** Which files to list. Conditions are combined with AND. */
export type FileFilter = {
  /** The content type, such as `image/png`, ignoring case; `image/*` matches every image type. */
  contentType?: InputMaybe<Scalars['String']['input']>;
  /** The beginning of the file name, ignoring case; 1 to 255 characters. */
  fileNamePrefix?: InputMaybe<Scalars['String']['input']>;
  /** At most this many bytes: a whole number, 0 or more. */
  maxSize?: InputMaybe<Scalars['Float']['input']>;
  /** At least this many bytes: a whole number, 0 or more. */
  minSize?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Files with this status. PENDING uploads can be sorted only by the date of their ticket and not filtered by name; the
   * other conditions work for them as well.
   */
  status?: InputMaybe<FileStatus>;
  /** Uploaded at this instant or later. */
  uploadedFrom?: InputMaybe<Scalars['AWSDateTime']['input']>;
  /** Uploaded at this instant or earlier. */
  uploadedUntil?: InputMaybe<Scalars['AWSDateTime']['input']>;
};

/** What a list of files can be sorted by. */
export type FileSortKey =
  /** The file name, ignoring case. */
  | 'FILE_NAME'
  /** The size in bytes. */
  | 'SIZE'
  /** When the file was saved; for a PENDING upload, when its ticket was requested. */
  | 'UPLOADED_AT';

/** The state of a file. */
export type FileStatus =
  /** Exactly the promised bytes are stored. */
  | 'AVAILABLE'
  /** Reserved; the bytes are not verified yet. */
  | 'PENDING'
  /** The bytes were found to be harmful. */
  | 'REJECTED'
  /** Deleted, but can be restored. */
  | 'TRASHED';

/** Parts of a MULTIPART upload to send. */
export type GetUploadPartUrlsInput = {
  /** The ticket's `fileId`. */
  fileId: Scalars['ID']['input'];
  /** 1 to 50 part numbers, each from 1 to the ticket's `partCount`. */
  partNumbers: Array<Scalars['Int']['input']>;
};

/** The file that a client promises to upload. */
export type GetUploadUrlInput = {
  /**
   * The CRC-64/NVME of the bytes in base64 (12 characters), for files of any size, instead of a SHA-256. When declared,
   * storage refuses any other bytes.
   */
  checksumCrc64Nvme?: InputMaybe<Scalars['String']['input']>;
  /**
   * The SHA-256 of the bytes in base64 (44 characters). When declared, storage refuses any other bytes. Only for files
   * sent in one PUT: storage cannot verify it for parts.
   */
  checksumSha256?: InputMaybe<Scalars['String']['input']>;
  /** The media type without parameters, such as `image/png`; `application/octet-stream` when left out. */
  contentType?: InputMaybe<Scalars['String']['input']>;
  /**
   * A pending upload of the caller whose ticket expired or was lost: the answer is a new ticket for the same file. All
   * other properties must be unchanged.
   */
  fileId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The name that people see: 1 to 255 characters (Unicode, normalised to NFC), not only spaces, without control
   * characters, `/` or `\`, and neither `.` nor `..`.
   */
  fileName: Scalars['String']['input'];
  /** The exact number of bytes: a whole number from 1 to the API's limit (5 TiB). */
  size: Scalars['Float']['input'];
};

/** A header that must be sent exactly as given. */
export type HttpHeader = {
  /** The header's name, in lowercase. */
  name: Scalars['String']['output'];
  /** The header's value. */
  value: Scalars['String']['output'];
};

export type Mutation = {
  /**
   * Ends a pending upload: it can no longer be saved. Within moments, what has arrived is removed and its bytes stop
   * counting towards the quota.
   *
   * Errors: UPLOAD_NOT_FOUND.
   */
  abortUpload: AbortedUpload;
  /**
   * Moves a file to the trash, where it stays for 30 days and counts towards the quota, or deletes it for good. Repeating
   * the request gives the same answer; deleting for good succeeds even if there is no such file.
   *
   * Errors: NOT_FOUND, BUSY, STATE_CONFLICT (a pending upload is ended by `abortUpload`; a REJECTED file can only be
   * deleted for good).
   */
  deleteFile: DeletedFile;
  /**
   * Deletes many files as `deleteFile` does, all or none. The answer lists those that are now deleted; without
   * `permanent`, it leaves out files that do not exist.
   *
   * Errors: INVALID_ARGUMENT, BUSY, STATE_CONFLICT (as for `deleteFile`).
   */
  deleteFiles: Array<DeletedFile>;
  /**
   * URLs for more parts of a MULTIPART upload, or new URLs in place of expired ones. A part may be sent again.
   * This extends the upload as well.
   *
   * Errors: UPLOAD_NOT_FOUND, UPLOAD_EXPIRED, INVALID_ARGUMENT, STATE_CONFLICT (the upload is a single PUT).
   */
  getUploadPartUrls: UploadPartUrls;
  /**
   * Reserves a file and returns a ticket: where and how to send its bytes. The ticket works once, and only for exactly
   * the promised size and type (and checksum, when declared). Files above 64 MiB are sent in parts. Asking again with the
   * `fileId` of a pending upload extends it, while it is younger than `uploadPolicy.uploadLifetimeSeconds`.
   *
   * Errors: INVALID_FILE_NAME, INVALID_SIZE, FILE_TOO_LARGE, CONTENT_TYPE_NOT_ALLOWED, INVALID_CHECKSUM, QUOTA_EXCEEDED,
   * TOO_MANY_UPLOADS, BUSY, UPLOAD_NOT_FOUND (`fileId` is not a pending upload of the caller with exactly these
   * properties, or is too old).
   */
  getUploadUrl: UploadTicket;
  /**
   * Internal: tells subscribers that a row changed. The function that follows the table calls it with a fixed selection,
   * because subscribers receive what this mutation selects.
   */
  publishFileEvent: FileEvent;
  /**
   * Takes a file out of the trash. A file that is not in the trash is returned as it is.
   *
   * Errors: NOT_FOUND, BUSY, STATE_CONFLICT (the file is REJECTED).
   */
  restoreFile: UserFile;
  /**
   * Verifies that the promised bytes are stored, then makes the file AVAILABLE. Repeating the request gives the same
   * answer. The parts of a MULTIPART upload are joined here; no list of them is needed.
   *
   * Errors: UPLOAD_NOT_FOUND, UPLOAD_EXPIRED, OBJECT_MISSING, SIZE_MISMATCH, CONTENT_TYPE_MISMATCH,
   * CHECKSUM_MISMATCH, KEY_MISMATCH, INVALID_FILE_NAME, INVALID_EXTRA, STATE_CONFLICT (already saved with other
   * metadata, or since then trashed, rejected or ended).
   */
  saveFileMetadata: UserFile;
  /**
   * Changes a file's name or `extra`; its bytes and key stay. Of two changes to the same `version`, one wins. Repeating
   * the request gives the same answer.
   *
   * Errors: NOT_FOUND, BUSY, INVALID_FILE_NAME, INVALID_EXTRA, VERSION_CONFLICT, STATE_CONFLICT (the file is TRASHED or
   * REJECTED).
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

/** Internal: a change to a row of the table. */
export type PublishFileEventInput = {
  /** When it happened. */
  at: Scalars['AWSDateTime']['input'];
  /** The file. */
  fileId: Scalars['ID']['input'];
  /** The row after the change, or its last state, as JSON. */
  row: Scalars['AWSJSON']['input'];
  /** What happened. */
  type: FileEventType;
  /** The `sub` of the file's owner. */
  userId: Scalars['ID']['input'];
};

export type Query = {
  /**
   * A short-lived URL for one file's bytes: a plain HTTP GET fetches them, whole or by `Range`.
   *
   * Errors: NOT_FOUND.
   */
  getDownloadUrl: DownloadTicket;
  /** One of the caller's files, whatever its status; null when there is none. */
  getFile: Maybe<UserFile>;
  /**
   * How much of a pending upload has arrived, as reported by storage. A client resumes from here after a reload or on
   * another device.
   *
   * Errors: UPLOAD_NOT_FOUND, UPLOAD_EXPIRED.
   */
  getUploadProgress: UploadProgress;
  /**
   * The caller's files with one status, a page at a time. A file that was just saved is included.
   * A page may hold fewer than `limit` files, even none, and still have a `nextToken`: continue until it is null.
   *
   * Errors: INVALID_ARGUMENT, INVALID_NEXT_TOKEN.
   */
  myFiles: UserFileConnection;
  /** How much of the quota the caller's files use. */
  myUsage: Usage;
  /** The limits of this API as data, the same for everyone. */
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

/** A part in storage. */
export type ReceivedPart = {
  /** The part's number, starting at 1. */
  partNumber: Scalars['Int']['output'];
  /** The number of bytes in the part. */
  size: Scalars['Float']['output'];
};

/** A file to take out of the trash. */
export type RestoreFileInput = {
  /** The file. */
  fileId: Scalars['ID']['input'];
};

/** An upload whose bytes have been sent. */
export type SaveFileMetadataInput = {
  /** The content type; when given, it must be the promised one. */
  contentType?: InputMaybe<Scalars['String']['input']>;
  /** Anything the client wants to keep with the file: a JSON object of at most 16,384 characters. */
  extra?: InputMaybe<Scalars['AWSJSON']['input']>;
  /** The ticket's `fileId`. */
  fileId: Scalars['ID']['input'];
  /** A name to replace the one that the ticket was requested with. */
  fileName?: InputMaybe<Scalars['String']['input']>;
  /** The object's key; when given, it must be the ticket's. */
  key?: InputMaybe<Scalars['String']['input']>;
  /** The size in bytes; when given, it must be the promised one. */
  size?: InputMaybe<Scalars['Float']['input']>;
};

/** The sort direction of a list. */
export type SortDirection =
  /** Oldest first, A to Z, or smallest first. */
  | 'ASC'
  /** Newest first, Z to A, or largest first. */
  | 'DESC';

export type Subscription = {
  /**
   * Changes to the caller's own files, as they happen. An event may arrive twice; `file.version` tells which is newer.
   *
   * Errors: NOT_FOUND (`fileId` is malformed).
   */
  onMyFileEvent: Maybe<FileEvent>;
};


export type SubscriptionOnMyFileEventArgs = {
  fileId?: InputMaybe<Scalars['ID']['input']>;
};

/** A change to a file's name or `extra`. A property that is left out stays unchanged. */
export type UpdateFileInput = {
  /** Replaces what the client keeps with the file: a JSON object of at most 16,384 characters; null removes it. */
  extra?: InputMaybe<Scalars['AWSJSON']['input']>;
  /** The file. */
  fileId: Scalars['ID']['input'];
  /** The new name; the same rules apply as for `getUploadUrl`. */
  fileName?: InputMaybe<Scalars['String']['input']>;
  /** The `version` of the file that this change is based on. */
  version: Scalars['Int']['input'];
};

/** How bytes are sent. */
export type UploadMethod =
  /** One HTTP PUT per part, each to its own URL. */
  | 'MULTIPART'
  /** One HTTP PUT of all the bytes to `uploadUrl`. */
  | 'PUT';

/** One part of a MULTIPART upload. */
export type UploadPart = {
  /** The part's number, starting at 1. */
  partNumber: Scalars['Int']['output'];
  /** Where to PUT the part's bytes. No header is needed except Content-Length, which every HTTP client sets. */
  uploadUrl: Scalars['AWSURL']['output'];
};

/** Where to send parts of a MULTIPART upload. */
export type UploadPartUrls = {
  /** When the URLs stop working. The transfer must have begun before then. */
  expiresAt: Scalars['AWSDateTime']['output'];
  /** The upload. */
  fileId: Scalars['ID']['output'];
  /** The parts, in the order requested. */
  parts: Array<UploadPart>;
};

/** The limits of this API. */
export type UploadPolicy = {
  /** The accepted content types; `image/*` stands for every image type. */
  allowedContentTypes: Array<Scalars['String']['output']>;
  /** The maximum length of `extra` as JSON, in characters. */
  maxExtraCharacters: Scalars['Int']['output'];
  /** The maximum size of a file, in bytes. */
  maxFileBytes: Scalars['Float']['output'];
  /** The maximum number of pending uploads per person. */
  maxPendingUploads: Scalars['Int']['output'];
  /** The maximum bytes of one person's files, used and reserved together. */
  maxUserBytes: Scalars['Float']['output'];
  /** The maximum number of files per person, including pending uploads. */
  maxUserFiles: Scalars['Int']['output'];
  /** The minimum size of a part other than the last, in bytes. */
  minPartBytes: Scalars['Float']['output'];
  /** Files larger than this many bytes are sent in parts. */
  multipartThresholdBytes: Scalars['Float']['output'];
  /** The maximum number of part URLs in one answer. */
  partUrlBatch: Scalars['Int']['output'];
  /** How long an upload stays PENDING unless it is extended, in seconds. */
  pendingLifetimeSeconds: Scalars['Int']['output'];
  /** How long a file stays in the trash, in seconds. */
  trashLifetimeSeconds: Scalars['Int']['output'];
  /** The age up to which an upload can be extended, in seconds. */
  uploadLifetimeSeconds: Scalars['Int']['output'];
  /** How long a URL works, in seconds. */
  urlLifetimeSeconds: Scalars['Int']['output'];
};

/** How much of an upload has arrived. */
export type UploadProgress = {
  /** The upload. */
  fileId: Scalars['ID']['output'];
  /** How to send the bytes. */
  method: UploadMethod;
  /** How many parts there are; null when `method` is PUT. */
  partCount: Maybe<Scalars['Int']['output']>;
  /** Bytes in each part except the last; null when `method` is PUT. */
  partSize: Maybe<Scalars['Float']['output']>;
  /** The number of bytes in storage. */
  receivedBytes: Scalars['Float']['output'];
  /** The parts in storage; empty when `method` is PUT. */
  receivedParts: Array<ReceivedPart>;
  /** The promised number of bytes. */
  size: Scalars['Float']['output'];
};

/** Everything a client needs to send bytes. */
export type UploadTicket = {
  /** When the URLs stop working. The transfer must have begun before then. */
  expiresAt: Scalars['AWSDateTime']['output'];
  /** The reserved file; pass it to `saveFileMetadata`. */
  fileId: Scalars['ID']['output'];
  /** The headers to send with the PUT, all of them and exactly as given. Every HTTP client sets Content-Length itself. */
  headers: Array<HttpHeader>;
  /** The object's key in storage. It contains no part of the file name. */
  key: Scalars['String']['output'];
  /** How to send the bytes. */
  method: UploadMethod;
  /** How many parts there are; null when `method` is PUT. */
  partCount: Maybe<Scalars['Int']['output']>;
  /** Bytes in each part except the last; null when `method` is PUT. */
  partSize: Maybe<Scalars['Float']['output']>;
  /** URLs of the first parts, at most 50; null when `method` is PUT. `getUploadPartUrls` returns more. */
  parts: Maybe<Array<UploadPart>>;
  /** Where to PUT all the bytes; null when `method` is MULTIPART. */
  uploadUrl: Maybe<Scalars['AWSURL']['output']>;
};

/**
 * What a person's files use, and may use. Freed space is subtracted once its bytes are gone, moments later: the figures
 * are never below what storage holds.
 */
export type Usage = {
  /** The number of files, including those in the trash. */
  fileCount: Scalars['Int']['output'];
  /** The maximum number of bytes, used and reserved together. */
  maxBytes: Scalars['Float']['output'];
  /** The maximum number of files, including pending uploads. */
  maxFiles: Scalars['Int']['output'];
  /** The number of pending uploads. */
  pendingCount: Scalars['Int']['output'];
  /** Bytes promised by pending uploads. */
  reservedBytes: Scalars['Float']['output'];
  /** Bytes of files, including those in the trash. */
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
  /** When the ticket was requested. */
  createdAt: Scalars['AWSDateTime']['output'];
  /**
   * Where to GET the bytes: the short-lived URL that `getDownloadUrl` returns for ATTACHMENT, made only when this field is
   * selected. Null unless the file is AVAILABLE, and always null in mutation results and events.
   */
  downloadUrl: Maybe<Scalars['AWSURL']['output']>;
  /** When an unsaved upload ends, or a file in the trash is deleted for good; null otherwise. */
  expiresAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** What the client keeps with the file. */
  extra: Maybe<Scalars['AWSJSON']['output']>;
  /** The file's identity. */
  fileId: Scalars['ID']['output'];
  /** The name that people see. */
  fileName: Scalars['String']['output'];
  /** The object's key in storage. */
  key: Scalars['String']['output'];
  /** The size in bytes (a Float, since Int ends at 2 GiB). */
  size: Scalars['Float']['output'];
  /** The file's state. */
  status: FileStatus;
  /** When the file was moved to the trash; null when it is not in the trash. */
  trashedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** When the metadata last changed. */
  updatedAt: Scalars['AWSDateTime']['output'];
  /** When the file became AVAILABLE. */
  uploadedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Counts changes to the metadata, starting at 1. */
  version: Scalars['Int']['output'];
};

/** A page of files. */
export type UserFileConnection = {
  /** The files of this page. */
  items: Array<UserFile>;
  /** Requests the next page; null on the last page. */
  nextToken: Maybe<Scalars['String']['output']>;
};
