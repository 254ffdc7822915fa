import { describe, expect, it } from 'vitest';
import { canonicalRequest, sign, signingKey, stringToSign } from '../../../local/signatures/sigv4';
import { readHeaders } from '../../../local/s3/wire/headers';
import { parseTarget } from '../../../local/s3/wire/target';
import { credentials, scope, timestamp, vectors } from './sigv4Vectors';

// Node exposes a request line's bytes as Latin-1.
const onTheWire = (text: string): string => Buffer.from(text).toString('latin1');
const key = signingKey(credentials.secretAccessKey, scope);

describe.each(vectors)('$name of AWS’s signing suite', (vector) => {
  const { method, payloadHash } = vector;
  const headers = readHeaders(vector.headers.flat());

  it('is signed alike by header, step by step', () => {
    const target = parseTarget(onTheWire(vector.url), '');

    const canonical = canonicalRequest({
      method,
      ...target,
      headers,
      signedHeaders: vector.signedHeaders.split(';'),
      payloadHash,
    });
    const text = stringToSign(timestamp, scope, canonical);

    expect(canonical).toBe(vector.canonicalRequest);
    expect(text).toBe(vector.stringToSign);
    expect(sign(key, text)).toBe(vector.signature);
  });

  it('is signed alike by query', () => {
    const target = parseTarget(onTheWire(vector.presignedUrl), '');
    const signedHeaders = (new Map(target.query).get('X-Amz-SignedHeaders') ?? '').split(';');
    const emptyBody = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    // The suite's post-sts-header-after adds its token after signing.
    const query = target.query.filter(
      ([name]) => vector.name !== 'post-sts-header-after' || name !== 'X-Amz-Security-Token',
    );

    const canonical = canonicalRequest({
      method,
      path: target.path,
      query,
      headers,
      signedHeaders,
      payloadHash: method === 'POST' ? payloadHash : emptyBody,
    });

    expect(sign(key, stringToSign(timestamp, scope, canonical))).toBe(vector.presignedSignature);
  });
});
