import { beforeAll, describe, expect, it } from 'vitest';
import { stages } from '../../infra/config';
import { startSession } from '../clients/startSession';
import { GetUploadUrl } from '../../schema/generated/amplify';
import { byAws } from './permissions/byAws';
import { bytes, forbidden, object } from './permissions/forbidden';
import { recordCalls } from './permissions/recordCalls';
import { judge, type Call } from './permissions/simulate';
import { toStack } from './permissions/toStack';
import { statementsOf } from './template/grants';
import { isObject, type Json } from './template/json';
import { rolesByPrincipal } from './template/principals';
import { readProject, synthesize } from './template/synthesize';

const { template } = synthesize(await readProject(), { ...stages.prod, malwareScan: true });

describe('the roles', () => {
  it.each(forbidden)('refuse who %s', async (_, call) => {
    expect(await judge(template, call)).not.toBe('Allowed');
  });
});

describe('the statements of the roles', () => {
  const seen: Call[] = [];
  beforeAll(async () => void seen.push(...toStack(await recordCalls())), 600_000);
  const refusedBy = async (judged: Json): Promise<string[]> => {
    const verdicts = await Promise.all(seen.map(async (call) => ({ ...call, verdict: await judge(judged, call) })));
    return verdicts
      .filter(({ verdict }) => verdict !== 'Allowed')
      .map(({ by, action, resource }) => `${by}: ${action} on ${resource}`);
  };

  it('allow each call that was seen while the contract tests ran', async () => {
    expect(seen.length).toBeGreaterThan(40);
    expect(await refusedBy(template)).toEqual([]);
  });

  it('grant no action that nobody was seen to use, or that AWS itself does not use', () => {
    const used = new Set([...seen, ...byAws(template)].map(({ by, action }) => `${by}: ${action}`));
    const granted = [...rolesByPrincipal(template)].flatMap(([by, roleId]) =>
      statementsOf(template, roleId).flatMap(({ actions }) => actions.map((action) => `${by}: ${action}`)),
    );

    expect(new Set(granted)).toEqual(used);
  });

  it('are seen to fail when they name a bucket without its objects', async () => {
    const mistaken: unknown = JSON.parse(JSON.stringify(template).replaceAll('/uploads/*"', '"'));

    expect(await refusedBy(isObject(mistaken) ? mistaken : {})).toEqual(
      expect.arrayContaining([
        `function signUpload: s3:PutObject on ${bytes}/uploads/of/somebody`,
        `function signDownload: s3:GetObjectVersion on ${bytes}/uploads/of/somebody`,
        `function followTable: s3:DeleteObjectVersion on ${bytes}/uploads/of/somebody`,
      ]),
    );
  });
});

describe('a URL that is signed for one person’s key', () => {
  it('is refused for another’s', async () => {
    const { ask } = await startSession();
    const input = { fileName: 'a.txt', contentType: 'text/plain', size: 5 };
    const { getUploadUrl: ticket } = await ask(GetUploadUrl, { input });
    const headers = Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value]));
    const [, owner = ''] = ticket.key.split('/');
    const url = String(ticket.uploadUrl);

    const others = await fetch(url.replace(owner, 'somebody'), { method: 'PUT', headers, body: 'hello' });
    const own = await fetch(url, { method: 'PUT', headers, body: 'hello' });

    expect(url).toContain(owner);
    expect([others.status, own.status]).toEqual([403, 200]);
    expect(await others.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
  });
});

describe('the policy of the bucket', () => {
  const upload = { by: 'function signUpload', action: 's3:PutObject', resource: object };

  it('takes a URL up to 15 minutes after it was signed', async () => {
    expect(await judge(template, { ...upload, context: { 's3:signatureAge': '900000' } })).toBe('Allowed');
  });

  it.each([
    ['a URL that was signed more than 15 minutes ago', { 's3:signatureAge': '900001' }],
    ['a signature of version 2', { 's3:signatureversion': 'AWS' }],
    ['plain HTTP', { 'aws:SecureTransport': 'false' }],
    ['TLS 1.1', { 's3:TlsVersion': '1.1' }],
  ])('refuses %s, whatever the role allows', async (_, context) => {
    expect(await judge(template, { ...upload, context })).toBe('ExplicitlyDenied');
  });
});

describe('the policy of a bucket that is scanned', () => {
  const harmful = { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'THREATS_FOUND' };
  const clean = { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' };
  const download = { by: 'function signDownload', action: 's3:GetObjectVersion', resource: object };

  it('refuses what is tagged as harmful, to all but the scan', async () => {
    expect(await judge(template, { ...download, context: clean })).toBe('Allowed');
    expect(await judge(template, { ...download, context: harmful })).toBe('ExplicitlyDenied');
    expect(await judge(template, { ...download, by: 'scan of the bytes', context: harmful })).toBe('Allowed');
  });

  it('lets nobody tag but the scan', async () => {
    const tag = { action: 's3:PutObjectTagging', resource: object };

    expect(await judge(template, { ...tag, by: 'function proveUpload' })).toBe('ExplicitlyDenied');
    expect(await judge(template, { ...tag, by: 'scan of the bytes' })).toBe('Allowed');
  });
});
