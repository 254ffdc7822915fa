import { pool, poolClient } from '../../../config/pool';
import { openUserPool } from '../../../local/cognito/openUserPool';
import { listen } from '../../../local/http/listen';
import { allFlows, clientId, poolId } from './startPool';

/** A pool in a separate process, so that a test can kill it: `node poolProcess.ts <file>` prints its URL. */
const [, , file] = process.argv;
const userPool = await openUserPool({
  poolId,
  clientId,
  region: 'us-east-1',
  pool,
  client: { ...poolClient, explicitAuthFlows: allFlows },
  clock: Date.now,
  file,
});
const { port } = await listen(userPool.listener, { host: '127.0.0.1', port: 0 });
process.stdout.write(`http://127.0.0.1:${port}\n`);
