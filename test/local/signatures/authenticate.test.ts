import { expect, it } from 'vitest';
import { authenticate } from '../../../local/signatures/authenticate';

const now = Date.parse('2026-01-31T12:00:00Z');

it.each([
  ['another signature', '0'.repeat(64)],
  ['a signature that is too short', '00'],
  ['a signature of other letters', `${'0'.repeat(63)}é`],
])('refuses %s', (_case, signature) => {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=AKIATEST/20260131/us-east-1/sqs/aws4_request, SignedHeaders=host;x-amz-date, ' +
    `Signature=${signature}`;
  const headers = { host: 'localhost', 'x-amz-date': '20260131T120000Z', authorization };

  const attempt = () =>
    authenticate({ method: 'POST', url: '/', headers }, Buffer.from('{}'), {
      service: 'sqs',
      region: 'us-east-1',
      principals: { get: () => ({ secretAccessKey: 'secret' }) },
      clock: () => now,
    });

  expect(attempt).toThrow(expect.objectContaining({ name: 'InvalidSignatureException' }));
});
