import { createHash, createHmac } from 'node:crypto';
import { createUrlSigner } from '../../functions/shared/urlSigner';
import { authenticate } from '../../local/s3/auth/authenticate';
import { readHeaders } from '../../local/s3/wire/headers';
import { parseTarget } from '../../local/s3/wire/target';
import type { Row } from '../row';

const calls = 2_000;
const now = (): number => Date.parse('2026-01-31T12:00:00Z');
const credentials = { accessKeyId: 'AKIABENCH', secretAccessKey: 'bench' };
const region = 'us-east-1';
const headers = { 'content-type': 'image/png', 'content-length': '5', 'if-none-match': '*' };

const signUrl = createUrlSigner(
  {
    BUCKET_NAME: 'bench',
    AWS_REGION: region,
    URL_LIFETIME_SECONDS: '300',
  },
  now,
)(credentials);

const perCall = async (call: (number: number) => unknown): Promise<number> => {
  const start = performance.now();
  for (let number = 0; number < calls; number += 1) await call(number);
  return ((performance.now() - start) * 1000) / calls;
};

/** The least that any signature needs: the request's hash, the key's four HMACs, and the signature's HMAC. */
const bareCryptography = (number: number): string => {
  const key = ['20260131', region, 's3', 'aws4_request'].reduce<Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    Buffer.from('AWS4bench'),
  );
  const request = createHash('sha256').update(`PUT\n/uploads/${number}`.padEnd(500)).digest('hex');
  return createHmac('sha256', key).update(request).digest('hex');
};

const checkSignature = async (): Promise<number> => {
  const { url } = await signUrl({ method: 'PUT', key: 'uploads/one', headers });
  const { host, pathname, search } = new URL(url);
  const request = { method: 'PUT', headers: readHeaders(Object.entries({ ...headers, host }).flat()) };
  const principals = new Map([[credentials.accessKeyId, credentials]]);
  const verifier = { region, principals, clock: now };
  return perCall(() => authenticate({ ...request, target: parseTarget(`${pathname}${search}`, host) }, verifier));
};

/** Signing a ticket's URL and verifying a signature; the floor is the bare cryptography. */
export const signingRows: readonly Row[] = [
  {
    name: 'presigning a URL, warm',
    unit: 'us',
    floor: () => perCall(bareCryptography),
    measure: () => perCall((number) => signUrl({ method: 'PUT', key: `uploads/${number}`, headers })),
    // 30 us on a machine that needs 5 us for the cryptography.
    goal: { of: 'ratio', atMost: 6 },
  },
  {
    name: 'checking a SigV4 signature',
    unit: 'us',
    floor: () => perCall(bareCryptography),
    measure: checkSignature,
    goal: { of: 'ratio', atMost: 5 },
  },
];
