import { bucket } from '../../config/bucket';
import type { Clock } from '../clock';
import { place } from '../place';
import { openS3 } from '../s3/openS3';
import type { Principals } from '../signatures/principal';
import type { Data } from './openData';

interface StorageOptions {
  readonly principals: Principals;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly origins?: readonly string[];
}

/** The twin's S3, with the bucket that `config/bucket.ts` describes. */
export const openStorage = ({ folder }: Data, { principals, clock, log, origins = [] }: StorageOptions) =>
  openS3({
    directory: folder.bytes,
    region: place.region,
    buckets: [
      {
        ...bucket,
        name: place.bucketName,
        cors: { ...bucket.cors, allowedOrigins: [...bucket.cors.localOrigins, ...origins] },
      },
    ],
    principals,
    clock,
    log,
  });
