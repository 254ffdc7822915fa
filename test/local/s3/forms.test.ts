import { createHmac } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { owner, reader } from './fixtures';
import { startS3 } from './startS3';
import { elementOf, send, signed } from './sendRequest';

const now = Date.parse('2026-01-31T12:00:00Z');
const clock = () => now;
const allowed = [
  { bucket: 'bytes' },
  ['starts-with', '$key', 'uploads/'],
  ['eq', '$Content-Type', 'text/plain'],
  ['content-length-range', 1, 10],
  ['starts-with', '$success_action_status', ''],
  ['starts-with', '$x-amz-meta-a', ''],
];

interface FormOptions {
  readonly conditions?: readonly unknown[];
  readonly expiration?: string;
  readonly credentials?: { accessKeyId: string; secretAccessKey: string };
  readonly fields?: Record<string, string | undefined>;
  readonly file?: string;
}

/** A form as in S3's documentation. */
const form = (options: FormOptions = {}): FormData => {
  const { credentials = owner, conditions = allowed, expiration = '2026-01-31T12:05:00Z', file = 'hello' } = options;
  const signature = {
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${credentials.accessKeyId}/20260131/eu-central-1/s3/aws4_request`,
    'x-amz-date': '20260131T120000Z',
  };
  const policy = Buffer.from(
    JSON.stringify({
      expiration,
      conditions: [...conditions, ...Object.entries(signature).map(([name, value]) => ({ [name]: value }))],
    }),
  ).toString('base64');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const key = ['20260131', 'eu-central-1', 's3', 'aws4_request'].reduce<Buffer>(
    hmac,
    Buffer.from(`AWS4${credentials.secretAccessKey}`),
  );
  const all = {
    key: 'uploads/${filename}',
    'Content-Type': 'text/plain',
    ...signature,
    policy,
    'x-amz-signature': hmac(key, policy).toString('hex'),
    ...options.fields,
  };
  const data = new FormData();
  for (const [name, value] of Object.entries(all)) if (value !== undefined) data.append(name, value);
  data.append('file', new Blob([file]), 'ü file.txt');
  data.append('submit', 'after the file nothing counts');
  return data;
};

const post = (origin: string, body: FormData) => fetch(`${origin}/bytes`, { method: 'POST', body, redirect: 'manual' });

describe('PostObject', () => {
  it('stores the file of a signed form under the name it asks for', async () => {
    const { origin, port } = await startS3({ clock });

    const answer = await post(origin, form({ fields: { 'x-amz-meta-a': 'b', success_action_status: '201' } }));
    const got = await send(port, await signed(port, { path: '/bytes/uploads/ü file.txt' }, { date: new Date(now) }));

    expect([answer.status, elementOf(await answer.text(), 'Key')]).toEqual([201, 'uploads/ü file.txt']);
    expect([got.text, got.headers['content-type'], got.headers['x-amz-meta-a']]).toEqual(['hello', 'text/plain', 'b']);
  });

  it('answers 204, or sends the browser where the form says', async () => {
    const { origin } = await startS3({ clock });
    const success_action_redirect = 'http://localhost:8000/done?x=1';

    const silent = await post(origin, form());
    const redirected = await post(
      origin,
      form({ conditions: [...allowed, { success_action_redirect }], fields: { success_action_redirect } }),
    );

    expect([silent.status, silent.headers.get('etag')]).toEqual([204, '"5d41402abc4b2a76b9719d911017c592"']);
    expect(redirected.status).toBe(303);
    expect(redirected.headers.get('location')).toMatch(
      /^http:\/\/localhost:8000\/done\?x=1&bucket=bytes&key=uploads%2F/,
    );
  });

  it.each<[string, { key: string; value: string }[]]>([
    [
      '<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag><Tag><Key>b</Key><Value></Value></Tag></TagSet></Tagging>',
      [
        { key: 'a', value: '1' },
        { key: 'b', value: '' },
      ],
    ],
    ['<Other></Other>', []],
  ])('stores the tags of a form: %s', async (tagging, tags) => {
    const { origin, port } = await startS3({ clock });
    const fields = { key: 'uploads/tagged', tagging };

    const answer = await post(origin, form({ fields, conditions: [...allowed, ['starts-with', '$tagging', '']] }));
    const got = await send(
      port,
      await signed(port, { path: '/bytes/uploads/tagged', query: { tagging: '' } }, { date: new Date(now) }),
    );

    expect(answer.status).toBe(204);
    const written = tags.map(({ key, value }) => `<Tag><Key>${key}</Key><Value>${value}</Value></Tag>`).join('');
    expect(got.text).toContain(`<TagSet>${written}</TagSet>`);
  });

  it('says which condition fails, and how one is written', async () => {
    const { origin } = await startS3({ clock });
    const messageOf = async (condition: unknown) =>
      elementOf(await (await post(origin, form({ conditions: [...allowed, condition] }))).text(), 'Message');

    expect(await messageOf(['eq', 'key', 'uploads/x'])).toBe(
      'Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;, &quot;key&quot;, &quot;uploads/x&quot;]',
    );
    expect(await messageOf({ a: '1', b: '2' })).toBe(
      'Invalid Policy: Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.',
    );
  });

  it('takes nothing but a form', async () => {
    const { origin } = await startS3({ clock });

    const answer = await fetch(`${origin}/bytes`, {
      method: 'POST',
      headers: { 'content-type': 'text/html' },
      body: 'x',
    });

    expect(answer.status).toBe(412);
    expect(elementOf(await answer.text(), 'Condition')).toBe(
      'Bucket POST must be of the enclosure-type multipart/form-data',
    );
  });

  it('names the field that its signature lacks', async () => {
    const { origin } = await startS3({ clock });

    const answer = await post(origin, form({ fields: { 'x-amz-signature': undefined } }));

    const text = await answer.text();
    expect(elementOf(text, 'ArgumentName')).toBe('X-Amz-Signature');
    expect(elementOf(text, 'Message')).toContain("must contain a field named 'X-Amz-Signature'.");
  });

  it.each<[string, FormOptions, number, string]>([
    ['no policy', { fields: { policy: undefined } }, 403, 'AccessDenied'],
    ['an expired policy', { expiration: '2026-01-31T11:59:59Z' }, 403, 'AccessDenied'],
    ['another key', { fields: { key: 'elsewhere' } }, 403, 'AccessDenied'],
    ['no key', { fields: { key: undefined } }, 403, 'AccessDenied'],
    ['another type', { fields: { 'Content-Type': 'text/html' } }, 403, 'AccessDenied'],
    ['a field that no condition speaks of', { fields: { 'x-amz-meta-b': 'x' } }, 403, 'AccessDenied'],
    ['a policy for another bucket', { conditions: [{ bucket: 'plain' }, ...allowed.slice(1)] }, 403, 'AccessDenied'],
    [
      'a policy that was changed',
      { fields: { policy: Buffer.from('{}').toString('base64') } },
      403,
      'SignatureDoesNotMatch',
    ],
    ['a signature of somebody else', { credentials: { ...owner, secretAccessKey: 'x' } }, 403, 'SignatureDoesNotMatch'],
    ['a signer who may not write', { credentials: reader }, 403, 'AccessDenied'],
    [
      'tags that are no XML',
      { fields: { tagging: 'a=1' }, conditions: [...allowed, ['starts-with', '$tagging', '']] },
      400,
      'MalformedXML',
    ],
    ['no signature', { fields: { 'x-amz-signature': undefined } }, 400, 'InvalidArgument'],
    [
      'another region',
      { fields: { 'x-amz-credential': 'AKIAOWNER/20260131/us-east-1/s3/aws4_request' } },
      400,
      'AuthorizationQueryParametersError',
    ],
    ['a policy without conditions', { conditions: ['nonsense'] }, 400, 'InvalidPolicyDocument'],
    ['a policy that never ends', { expiration: 'never' }, 400, 'InvalidPolicyDocument'],
    ['too long a file', { file: 'x'.repeat(11) }, 400, 'EntityTooLarge'],
    ['a very long file', { file: 'x'.repeat(3_000_000) }, 400, 'EntityTooLarge'],
    ['too short a file', { file: '' }, 400, 'EntityTooSmall'],
    ['too long fields', { fields: { 'x-amz-meta-a': 'x'.repeat(20_481) } }, 400, 'MaxPostPreDataLengthExceededError'],
    ['too many bytes', { fields: { 'x-ignore-a': 'ü'.repeat(10_241) } }, 400, 'MaxPostPreDataLengthExceededError'],
    [
      'a wrong checksum',
      {
        conditions: [...allowed, ['starts-with', '$x-amz-checksum-crc32', '']],
        fields: { 'x-amz-checksum-crc32': 'AAAAAA==' },
      },
      400,
      'BadDigest',
    ],
  ])('is refused with %s, and leaves nothing', async (_, options, status, code) => {
    const { origin, directory, lines } = await startS3({ clock });

    const answer = await post(origin, form(options));

    expect([answer.status, elementOf(await answer.text(), 'Code')]).toEqual([status, code]);
    expect(await readdir(join(directory, 'bytes'))).toEqual([]);
    expect(lines).toEqual([]);
  });

  it.each([
    ['no boundary', 'multipart/form-data', 'x', 'MalformedPOSTRequest'],
    [
      'an end that never comes',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="key"\r\n\r\nk',
      'MalformedPOSTRequest',
    ],
    [
      'a field without a name',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data\r\n\r\nk\r\n--b--\r\n',
      'MalformedPOSTRequest',
    ],
    [
      'a file without a name',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; filename="f"\r\n\r\nk\r\n--b--\r\n',
      'MalformedPOSTRequest',
    ],
    [
      'no file',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="key"\r\n\r\nk\r\n--b--\r\n',
      'InvalidArgument',
    ],
    [
      'half a file',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\nhal',
      'AccessDenied',
    ],
  ])('is refused with %s', async (_, type, body, code) => {
    const { port, lines } = await startS3();

    const answer = await send(port, {
      method: 'POST',
      path: '/bytes',
      headers: { 'content-type': type, 'content-length': String(body.length) },
      body,
    });

    expect(elementOf(answer.text, 'Code')).toBe(code);
    expect(lines).toEqual([]);
  });
});
