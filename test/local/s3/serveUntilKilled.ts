import { listen } from '../../../local/http/listen';
import { openS3 } from '../../../local/s3/openS3';
import { bucket, owner } from './fixtures';

/** A separate process that serves S3 over the folder in its argument and prints its port. */
const s3 = await openS3({
  directory: process.argv[2] ?? '',
  region: 'eu-central-1',
  buckets: [bucket],
  principals: new Map([[owner.accessKeyId, owner]]),
  clock: () => Date.now(),
});
const { port } = await listen(s3.listener, { port: 0, host: '127.0.0.1' });
process.stdout.write(`${port}\n`);
