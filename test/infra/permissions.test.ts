import { beforeAll, describe, expect, it } from 'vitest';
import { stages } from '../../infra/config';
import { startSession } from '../clients/startSession';
import { GetUploadUrl } from '../../schema/generated/amplify';
import { byAws } from './permissions/byAws';
import { bytes, forbidden, object, owner } from './permissions/forbidden';
import { sessionCalls, sessionFunctions, stranger } from './permissions/people';
import { recordCalls } from './permissions/recordCalls';
import { judge, type Call } from './permissions/simulate';
import { sessionRoleArn, toStack } from './permissions/toStack';
import { statementsOf } from './template/grants';
import { at, isObject, listOf, withValue, type Json } from './template/json';
import { rolesByPrincipal } from './template/principals';
import { resolve } from './template/resolve';
import { resourcesOf, targetOf } from './template/resources';
import { readProject, synthesize } from './template/synthesize';

const { template } = synthesize(await readProject(), { ...stages.prod, malwareScan: true });

const tagged = { 'aws:RequestTag/owner': owner };

/** Every pair of a function and another function's session role. */
const pairs = sessionFunctions.flatMap((of) =>
  [...sessionFunctions.filter((name) => name !== of), 'followTable', 'reconcile'].map(
    (name) => [`function ${name}`, of] as const,
  ),
);

const withAnyRole = (deployed: Json): Json =>
  resourcesOf(deployed, 'AWS::IAM::Policy')
    .filter(({ id }) => id.includes('Sessions'))
    .reduce(
      (changed, { id }) =>
        withValue(changed, ['Resources', id, 'Properties', 'PolicyDocument', 'Statement', 0, 'Resource'], '*'),
      deployed,
    );

/** The ARN of a log stream of a function. */
const streamOf = (name: string): string => {
  const lambda = resourcesOf(template, 'AWS::Lambda::Function').find(({ properties }) =>
    String(properties.FunctionName).endsWith(`-${name}`),
  );
  const group = targetOf(at(lambda?.properties, 'LoggingConfig', 'LogGroup'));
  return String(resolve(template, { 'Fn::GetAtt': [group, 'Arn'] })).replace(/\*$/, 'log-stream:2026');
};

/** The revocation of a person's sessions, as in docs/operations.md. */
const endedSessions = (person: string) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [bytes, `${bytes}/*`],
  Condition: { StringEquals: { 'aws:PrincipalTag/owner': person } },
});

const withStatement = (deployed: Json, statement: object): Json => {
  const policies = resourcesOf(deployed, 'AWS::S3::BucketPolicy');
  const { id, properties } =
    policies.find(({ id: name }) => name.startsWith('StorageBytesBucket')) ?? policies[0] ?? {};
  const statements = listOf(at(properties, 'PolicyDocument', 'Statement'));
  return withValue(
    deployed,
    ['Resources', id ?? '', 'Properties', 'PolicyDocument', 'Statement'],
    [...statements, statement],
  );
};

describe('the roles', () => {
  it.each(forbidden)('refuse who %s', async (_, call) => {
    expect(await judge(template, call)).not.toBe('Allowed');
  });
});

describe('a function', () => {
  const by = 'function signUpload';

  it('writes to its own log, to no other, and reads none', async () => {
    const write = { by, action: 'logs:PutLogEvents' };

    expect(await judge(template, { ...write, resource: streamOf('signUpload') })).toBe('Allowed');
    expect(await judge(template, { ...write, resource: streamOf('proveUpload') })).toBe('ImplicitlyDenied');
    expect(await judge(template, { by, action: 'logs:GetLogEvents', resource: streamOf('signUpload') })).toBe(
      'ImplicitlyDenied',
    );
  });
});

describe('a session', () => {
  it.each(sessionCalls)('reaches the bytes of whom it is for, and no one else’s: %s', async (_, callOf) => {
    expect(await judge(template, callOf(owner))).toBe('Allowed');
    expect(await judge(template, callOf(stranger))).toBe('ImplicitlyDenied');
    expect(await judge(template, callOf(`${owner}0`))).toBe('ImplicitlyDenied');
  });

  it.each(sessionCalls)('reaches nothing without a tag: %s', async (_, callOf) => {
    const { owner: _owner, ...untagged } = callOf(owner);

    expect(await judge(template, untagged)).toBe('ImplicitlyDenied');
    expect(await judge(template, { ...untagged, owner: '' })).toBe('ImplicitlyDenied');
  });

  it.each(sessionCalls)('is needed: by itself the function may not %s', async (_, callOf) => {
    const { by, ...call } = callOf(owner);

    expect(await judge(template, { ...call, by: by.replace('session of', 'function') })).toBe('ImplicitlyDenied');
  });

  it('may be told that nothing is there; that is a listing without a prefix', async () => {
    const head = { by: 'session of proveUpload', owner, action: 's3:ListBucket', resource: bytes };

    expect(await judge(template, head)).toBe('Allowed');
    expect(await judge(template, { ...head, context: { 's3:prefix': '' } })).toBe('ImplicitlyDenied');
    expect(await judge(template, { ...head, context: { 's3:prefix': 'uploads/' } })).toBe('ImplicitlyDenied');
  });

  it('can be ended at once, by the bucket’s policy, for one person', async () => {
    const ended = withStatement(template, endedSessions(owner));
    const download = { by: 'session of signDownload', action: 's3:GetObjectVersion' };

    expect(await judge(ended, { ...download, owner, resource: object })).toBe('ExplicitlyDenied');
    const others = { owner: stranger, resource: object.replace(owner, stranger) };
    expect(await judge(ended, { ...download, ...others })).toBe('Allowed');
  });
});

describe('whoever begins a session', () => {
  const begin = (caller: string, of: string, context: Call['context'] = tagged): Call => ({
    by: caller,
    action: 'sts:AssumeRole',
    resource: sessionRoleArn(template, of),
    context,
  });

  it.each(sessionFunctions)('is the function itself: %s', async (name) => {
    expect(await judge(template, begin(`function ${name}`, name))).toBe('Allowed');
    expect(await judge(template, { ...begin(`function ${name}`, name), action: 'sts:TagSession' })).toBe('Allowed');
  });

  it.each(pairs)('is not %s for %s', async (caller, of) => {
    expect(await judge(template, begin(caller, of))).toBe('ImplicitlyDenied');
  });

  it.each(pairs)('is not %s for %s, were it allowed to take any role', async (caller, of) => {
    expect(await judge(withAnyRole(template), begin(caller, of))).toBe('ImplicitlyDenied');
  });

  it('says for whom, and nothing else', async () => {
    const withTags = (context: Call['context']) => judge(template, begin('function signUpload', 'signUpload', context));
    // The function's own policy is not checked here: a role whose trust policy names the function needs nothing more.
    expect(await withTags({})).not.toBe('Allowed');
    expect(await withTags({ 'aws:RequestTag/team': 'a' })).not.toBe('Allowed');
    expect(await withTags({ ...tagged, 'aws:RequestTag/team': 'a' })).not.toBe('Allowed');
  });
});

describe('the statements of the roles', () => {
  const seen: Call[] = [];
  beforeAll(async () => void seen.push(...toStack(await recordCalls(), template)), 600_000);
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
    const mistaken: unknown = JSON.parse(
      JSON.stringify(template).replaceAll(/\/uploads\/(\$\{aws:PrincipalTag\/owner\}\/)?\*"/g, '"'),
    );

    expect(await refusedBy(isObject(mistaken) ? mistaken : {})).toEqual(
      expect.arrayContaining([
        `session of signUpload: s3:PutObject on ${bytes}/uploads/of/somebody`,
        `session of signDownload: s3:GetObjectVersion on ${bytes}/uploads/of/somebody`,
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
  const upload = { by: 'session of signUpload', owner, action: 's3:PutObject', resource: object };

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
  const download = { by: 'session of signDownload', owner, action: 's3:GetObjectVersion', resource: object };

  it('refuses what is tagged as harmful, to all but the scan', async () => {
    expect(await judge(template, { ...download, context: clean })).toBe('Allowed');
    expect(await judge(template, { ...download, context: harmful })).toBe('ExplicitlyDenied');
    expect(await judge(template, { ...download, by: 'scan of the bytes', context: harmful })).toBe('Allowed');
  });

  it('lets nobody tag but the scan', async () => {
    const tag = { action: 's3:PutObjectTagging', resource: object };

    expect(await judge(template, { ...tag, by: 'session of proveUpload', owner })).toBe('ExplicitlyDenied');
    expect(await judge(template, { ...tag, by: 'scan of the bytes' })).toBe('Allowed');
  });
});
