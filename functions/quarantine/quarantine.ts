import type { RejectableRows } from './rejectableRows';

/**
 * What GuardDuty tells of an object that it has scanned.
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
  /** Nothing harmful was found, or it lies in a bucket that is not ours. */
  | 'NOT_CONCERNED'
  /** The file is gone, and its bytes with it. */
  | 'FILE_GONE'
  /** The file stands for another version, which is scanned by itself. */
  | 'OTHER_VERSION';

interface Tools {
  readonly rows: RejectableRows;
  readonly bucket: string;
}

/** The row changed each time that it was to be rejected; the event is delivered again. */
export class RowBusy extends Error {
  constructor() {
    super('The row was being changed by others.');
    this.name = 'RowBusy';
  }
}

const tries = 5;

/**
 * Makes the file REJECTED whose bytes were found to be harmful, saved or still pending: from then on it is neither saved
 * nor downloaded. What follows from that (usage, the event) follows from the row.
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
