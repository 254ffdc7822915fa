import { place } from '../../../local/place';

interface Scanned {
  readonly key: string;
  readonly versionId: string;
  readonly status?: string;
  readonly bucket?: string;
}

/**
 * What GuardDuty puts on the event bus after a scan, as in its guide.
 * https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html
 */
export const scanResult = ({ key, versionId, status = 'THREATS_FOUND', bucket = place.bucketName }: Scanned) => ({
  version: '0',
  id: '72c7d362-737a-6dce-fc78-9e27a0171419',
  'detail-type': 'GuardDuty Malware Protection Object Scan Result',
  source: 'aws.guardduty',
  account: place.accountId,
  time: '2026-11-25T08:00:00Z',
  region: place.region,
  resources: [`arn:aws:guardduty:${place.region}:${place.accountId}:malware-protection-plan/b4c7f464ab3a4EXAMPLE`],
  detail: {
    schemaVersion: '1.0',
    scanStatus: 'COMPLETED',
    resourceType: 'S3_OBJECT',
    s3ObjectDetails: {
      bucketName: bucket,
      objectKey: key,
      eTag: 'ASIAI44QH8DHBEXAMPLE',
      versionId,
      s3Throttled: false,
    },
    scanResultDetails: {
      scanResultStatus: status,
      threats: status === 'THREATS_FOUND' ? [{ name: 'EICAR-Test-File (not a virus)' }] : null,
    },
  },
});
