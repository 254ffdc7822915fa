import type { RejectableRows } from './rejectableRows';

/**
 * GuardDuty's event about an object that it has scanned.
 * https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html
 */
export interface ScanResultEvent {
  readonly detail: {
    readonly s3ObjectDetails: {
      readonly bucketName: string;
      readonly objectKey: string;
      readonly versionId: string;
    };
    readonly scanResultDetails: {
      readonly scanResultStatus: string;
      readonly threats: readonly { readonly name: string }[] | null;
    };
  };
}

/** What became of the file. */
export type Outcome =
  | 'REJECTED'
  /** Nothing harmful was found, or the bucket is not ours. */
  | 'NOT_CONCERNED'
  /** The file is gone, and its bytes with it. */
  | 'FILE_GONE'
  /** The file is another version of the object, which has a scan of its own. */
  | 'OTHER_VERSION';

interface Tools {
  readonly rows: RejectableRows;
  readonly bucket: string;
}

/** The row changed at every attempt to reject it. The event will be delivered again. */
export class RowBusy extends Error {
  override readonly name = 'RowBusy';

  constructor() {
    super('The row was being changed by others.');
  }
}

const tries = 5;

/**
 * Sets the file whose bytes were found harmful, saved or still pending, to REJECTED: from then on it can be neither
 * saved nor downloaded. Usage and the owner's event follow from the row's change.
 */
export const createQuarantine =
  ({ rows, bucket }: Tools) =>
  async ({ detail: { s3ObjectDetails: object, scanResultDetails: result } }: ScanResultEvent): Promise<Outcome> => {
    if (result.scanResultStatus !== 'THREATS_FOUND' || object.bucketName !== bucket) return 'NOT_CONCERNED';
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const row = await rows.find(object.objectKey);
      if (row === undefined) return 'FILE_GONE';
      if (row.VersionId !== undefined && row.VersionId !== object.versionId) return 'OTHER_VERSION';
      if (row.Status === 'REJECTED' || (await rows.reject(row, object.versionId))) return 'REJECTED';
    }
    throw new RowBusy();
  };
