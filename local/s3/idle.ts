import type { IncomingMessage, ServerResponse } from 'node:http';
import { S3Error } from './errors';

/**
 * Cuts a connection on which nothing has moved for a while. The promise rejects with RequestTimeout when that
 * happens before there is an answer; an answer under way is broken off.
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

/** What is left for a client to read why it was cut. */
const farewellMilliseconds = 1_000;
