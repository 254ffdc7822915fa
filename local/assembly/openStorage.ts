import { bucket } from '../../config/bucket';
import type { OnCall } from '../calls';
import type { Clock } from '../clock';
import { place } from '../place';
import type { Project } from '../project';
import { openS3 } from '../s3/server';
import { functionEntries } from './functionEntries';
import type { Data } from './openData';
import { developer, functionRole } from './principals';

interface StorageOptions {
  readonly project: Project;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly onCall?: OnCall | undefined;
}

/** The twin's S3 with the bucket of the configuration, open to the developer and to the functions' roles. */
export const openStorage = ({ folder, secrets }: Data, { project, clock, log, onCall }: StorageOptions) => {
  const roles = functionEntries(project.wiring).map(([name, { may }]) => ({
    ...functionRole(name, may, secrets),
    onCall: (action: string, resource: string) => onCall?.({ by: `function ${name}`, action, resource }),
  }));
  return openS3({
    directory: folder.bytes,
    region: place.region,
    buckets: [
      { ...bucket, name: place.bucketName, cors: { ...bucket.cors, allowedOrigins: bucket.cors.localOrigins } },
    ],
    principals: new Map([developer(secrets), ...roles].map((principal) => [principal.accessKeyId, principal])),
    clock,
    log,
  });
};
