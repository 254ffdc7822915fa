import { algorithms, checksumElement, type Algorithm } from '../body/checksums';
import type { Node } from '../body/readDocument';
import { S3Error } from '../errors';
import type { Part, Upload } from '../store/uploads';

/** A part, as listed by the client. */
export interface ListedPart {
  readonly partNumber: number;
  readonly etag: string;
  readonly checksums: ReadonlyMap<Algorithm, string>;
}

const minPartBytes = 5 * 1024 * 1024;

/** Parses the parts of a CompleteMultipartUpload document. */
export const readParts = (document: Node, uploadId: string): readonly ListedPart[] => {
  const parts = document.children('Part').map(readPart);
  if (parts.length === 0 || parts.length > 10_000) throw new S3Error('MalformedXML');
  if (parts.some(({ partNumber }, index) => partNumber <= (parts[index - 1]?.partNumber ?? 0))) {
    throw invalidOrder(uploadId);
  }
  return parts;
};

const readPart = (node: Node): ListedPart => {
  const number = node.text('PartNumber')?.trim() ?? '';
  const etag = node.text('ETag')?.trim();
  if (!/^\d{1,5}$/.test(number) || etag === undefined) throw new S3Error('MalformedXML');
  const checksums = algorithms.flatMap((algorithm) => {
    const value = node.text(checksumElement(algorithm));
    return value === undefined ? [] : [[algorithm, value] as const];
  });
  return { partNumber: Number(number), etag: etag.replaceAll('"', ''), checksums: new Map(checksums) };
};

/**
 * The uploaded parts that the client listed. Each must match its listing, and all but the last be at least 5 MiB. With
 * a composite checksum, part numbers must be consecutive.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompletedPart.html
 */
export const selectParts = (upload: Upload, parts: readonly Part[], listed: readonly ListedPart[]): readonly Part[] => {
  if (upload.checksum?.type === 'COMPOSITE' && listed.some(({ partNumber }, index) => partNumber !== index + 1)) {
    throw invalidOrder(upload.uploadId);
  }
  const byNumber = new Map(parts.map((part) => [part.partNumber, part]));
  const chosen = listed.map((named) => {
    const part = byNumber.get(named.partNumber);
    if (part !== undefined && part.etag === named.etag && agrees(upload, part, named)) return part;
    throw new S3Error('InvalidPart', {
      details: { UploadId: upload.uploadId, PartNumber: String(named.partNumber), ETag: named.etag },
    });
  });
  const small = chosen.slice(0, -1).find(({ size }) => size < minPartBytes);
  if (small !== undefined) throw tooSmall(small);
  return chosen;
};

const invalidOrder = (UploadId: string): S3Error => new S3Error('InvalidPartOrder', { details: { UploadId } });

const tooSmall = ({ size, partNumber, etag }: Part): S3Error =>
  new S3Error('EntityTooSmall', {
    details: {
      ProposedSize: String(size),
      MinSizeAllowed: String(minPartBytes),
      PartNumber: String(partNumber),
      ETag: etag,
    },
  });

const agrees = ({ checksum }: Upload, part: Part, { partNumber, checksums }: ListedPart): boolean => {
  const foreign = [...checksums.keys()].find((algorithm) => checksum !== undefined && algorithm !== checksum.algorithm);
  if (foreign !== undefined) {
    throw new S3Error('BadDigest', {
      message: `The ${foreign.toLowerCase()} you specified for part ${partNumber} did not match what we received.`,
    });
  }
  if (checksum?.type === 'COMPOSITE' && !checksums.has(checksum.algorithm)) {
    throw new S3Error('InvalidRequest', {
      message: `The upload was created using a ${checksum.algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${partNumber} in the request.`,
    });
  }
  return [...checksums].every(
    ([algorithm, value]) =>
      part.checksum === undefined || (part.checksum.algorithm === algorithm && part.checksum.value === value),
  );
};
