import type { S3Event, S3EventName, S3Options } from './options';
import type { Version } from './store/version';

/** Reports what happens to versions to `onEvent`, in the form of S3's event notifications. */
export const createNotifier =
  ({ onEvent, clock, log }: S3Options) =>
  (eventName: S3EventName, version: Version): void => {
    if (onEvent === undefined) return;
    try {
      onEvent(describe(eventName, version, clock()));
    } catch (error) {
      log?.(`S3: the listener failed on ${eventName}: ${String(error)}`);
    }
  };

const describe = (eventName: S3EventName, version: Version, now: number): S3Event => ({
  eventName,
  eventTime: new Date(now).toISOString(),
  bucket: version.bucket,
  key: version.key,
  ...(version.versionId === 'null' ? {} : { versionId: version.versionId }),
  ...(eventName.startsWith('ObjectCreated') ? { size: version.size, eTag: version.etag } : {}),
  sequencer: version.sequence.toString(16).toUpperCase().padStart(16, '0'),
});
