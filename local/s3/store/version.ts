import { isJsonObject } from '../../json';
import { algorithms, type Algorithm } from '../body/checksums';

/** One version of an object, or a delete marker, as stored in `versions/`. */
export interface Version {
  readonly bucket: string;
  readonly key: string;
  /** `null` in a bucket without versioning. */
  readonly versionId: string;
  /** Increases from version to version, even if the clock stands still. */
  readonly sequence: number;
  readonly lastModified: number;
  readonly isDeleteMarker: boolean;
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  /** Where the bytes are; several pieces after a multipart upload. */
  readonly pieces: readonly Piece[];
  /** Headers that are returned to readers: `content-type`, `x-amz-meta-…`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
  readonly checksum?: Checksum;
  /** The multipart upload that created this version. */
  readonly uploadId?: string;
}

export interface Piece {
  readonly blobId: string;
  readonly size: number;
  /** Base64; only for the parts of an object with a composite checksum. */
  readonly checksum?: string;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface Checksum {
  readonly algorithm: Algorithm;
  /** Base64; followed by `-N` if composite. */
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

/** What a caller specifies of a new version; the store adds the rest. */
export type VersionDraft = Omit<Version, 'versionId' | 'sequence' | 'lastModified' | 'isDeleteMarker'>;

/** Whether a value read from disk has the shape of a version. */
export const isVersion = (value: unknown): value is Version =>
  isJsonObject(value) &&
  hasTexts(value, ['bucket', 'key', 'versionId', 'etag']) &&
  hasNumbers(value, ['sequence', 'lastModified', 'size']) &&
  typeof value['isDeleteMarker'] === 'boolean' &&
  Array.isArray(value['pieces']) &&
  value['pieces'].every(isPiece) &&
  isTexts(value['headers']) &&
  Array.isArray(value['tags']) &&
  value['tags'].every((tag) => isJsonObject(tag) && hasTexts(tag, ['key', 'value'])) &&
  (value['checksum'] === undefined || isChecksumRecord(value['checksum'])) &&
  (value['uploadId'] === undefined || typeof value['uploadId'] === 'string');

const isPiece = (value: unknown): value is Piece =>
  isJsonObject(value) &&
  hasTexts(value, ['blobId']) &&
  hasNumbers(value, ['size']) &&
  (value['checksum'] === undefined || typeof value['checksum'] === 'string');

/** Whether a value is a stored checksum. */
export const isChecksumRecord = (value: unknown): value is Checksum =>
  isJsonObject(value) &&
  hasTexts(value, ['value']) &&
  algorithms.some((algorithm) => algorithm === value['algorithm']) &&
  (value['type'] === 'FULL_OBJECT' || value['type'] === 'COMPOSITE');

export const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isJsonObject(value) && Object.values(value).every((text) => typeof text === 'string');

export const hasTexts = (value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === 'string');

export const hasNumbers = (value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean =>
  names.every((name) => Number.isFinite(value[name]));
