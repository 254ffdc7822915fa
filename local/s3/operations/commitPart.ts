import type { Ingested } from '../body/ingest';
import { invalidArgument, S3Error } from '../errors';
import type { Part } from '../store/uploads';
import type { ObjectCall } from './call';
import { changeUpload } from './findUpload';

/** The part number of a request, or InvalidArgument. */
export const readPartNumber = ({ query }: ObjectCall): number => {
  const text = query.get('partNumber') ?? '';
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number >= 1 && number <= 10_000) return number;
  throw invalidArgument('partNumber', text, 'Part number must be an integer between 1 and 10000, inclusive');
};

/** Makes verified bytes a part of an upload, replacing any of its number; removes them if the upload has ended. */
export const commitPart = async (
  call: ObjectCall,
  partNumber: number,
  { blobId, size, md5, checksum: declared, ownChecksum: checksum = declared }: Ingested,
): Promise<Part> => {
  const { blobs, uploads } = call.world.store;
  const part: Part = {
    uploadId: call.query.get('uploadId') ?? '',
    partNumber,
    blobId,
    size,
    etag: md5,
    lastModified: call.world.clock(),
    ...(checksum === undefined ? {} : { checksum }),
  };
  try {
    const replaced = await changeUpload(call, () => uploads.addPart(part));
    if (replaced !== undefined) await blobs.remove(replaced.blobId);
  } catch (error) {
    if (error instanceof S3Error) await blobs.remove(blobId);
    throw error;
  }
  return part;
};
