import type { IncomingMessage, ServerResponse } from 'node:http';
import { S3Error } from './errors';

/**
 * Cuts a connection that has been idle for `milliseconds`. Rejects with RequestTimeout if the response has not begun
 * yet; a response in progress is aborted.
 */
export const cutWhenIdle = (request: IncomingMessage, response: ServerResponse, milliseconds: number): Promise<never> =>
  new Promise((_, reject) => {
    request.setTimeout(milliseconds, () => {
      if (response.headersSent) {
        request.destroy();
        return;
      }
      reject(new S3Error('RequestTimeout', { headers: { connection: 'close' } }));
      request.setTimeout(farewellMilliseconds);
    });
  });

/** The time a client then has to read the timeout error. */
const farewellMilliseconds = 1_000;
