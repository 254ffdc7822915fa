import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listen } from '../../../local/http/listen';
import { checkConcurrency } from '../../../tools/cloud/checkConcurrency';

describe('checkConcurrency', () => {
  it.each([
    ['there is just enough', 200, { AccountLimit: { ConcurrentExecutions: 131 } }],
    ['nobody may know how much there is', 403, { __type: 'AccessDeniedException', message: 'not authorized' }],
  ])('lets a stage be deployed where %s', async (_, status, body) => {
    await answerWith(status, body);

    await expect(checkConcurrency(31)).resolves.toBeUndefined();
  });

  it.each([
    ['one call is missing', 200, { AccountLimit: { ConcurrentExecutions: 130 } }, 'request 131'],
    ['Lambda fails', 500, { message: 'broken' }, 'AWS does not answer: broken'],
  ])('does not where %s', async (_, status, body, reason) => {
    await answerWith(status, body);

    await expect(checkConcurrency(31)).rejects.toThrow(reason);
  });
});

/** Makes Lambda give this response. */
async function answerWith(status: number, body: object): Promise<void> {
  const { port, close } = await listen(
    (request, response) => {
      request.resume();
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(close);
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  onTestFinished(() => void vi.unstubAllEnvs());
}
