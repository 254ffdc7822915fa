import { describe, expect, it } from 'vitest';
import { rolesByPrincipal } from './template/principals';
import { judge, type Call } from './permissions/simulate';
import { statementsOf } from './template/grants';
import { account, region } from './template/resolve';
import { readProject, synthesize } from './template/synthesize';

const { template } = synthesize(await readProject(), 'prod');

const bytes = `arn:aws:s3:::myfiles-bytes-${account}-${region}`;
const object = `${bytes}/uploads/7f1c0d4e/2Yx9`;
const table = `arn:aws:dynamodb:${region}:${account}:table/MyAppFiles`;
const lambda = (name: string) => `arn:aws:lambda:${region}:${account}:function:MyFiles-prod-${name}`;
const stream = (group: string) => `arn:aws:logs:${region}:${account}:log-group:${group}:log-stream:2026`;
const usage = `arn:aws:dynamodb:${region}:${account}:table/MyAppUsage`;
const field = (name: string) => `arn:aws:appsync:${region}:${account}:apis/abc/types/Mutation/fields/${name}`;
const called = ['signUpload', 'startMultipart', 'readProgress', 'proveUpload', 'signDownload'];
const functions = [...called, 'followTable', 'reconcile'];

const allowed: Call[] = [
  ...['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem', 'Query'].map((name) => ({
    by: 'source files',
    action: `dynamodb:${name}`,
    resource: table,
  })),
  ...['UploadedAtIndex', 'FileNameIndex', 'FileSizeIndex', 'FileTypeIndex'].map((index) => ({
    by: 'source files',
    action: 'dynamodb:Query',
    resource: `${table}/index/${index}`,
  })),
  { by: 'source files', action: 'dynamodb:UpdateItem', resource: usage },
  { by: 'source usage', action: 'dynamodb:GetItem', resource: usage },
  { by: 'function signUpload', action: 's3:PutObject', resource: object },
  { by: 'function startMultipart', action: 's3:PutObject', resource: object },
  { by: 'function readProgress', action: 's3:GetObject', resource: object },
  { by: 'function readProgress', action: 's3:ListBucket', resource: bytes },
  { by: 'function readProgress', action: 's3:ListMultipartUploadParts', resource: object },
  { by: 'function proveUpload', action: 's3:GetObject', resource: object },
  { by: 'function proveUpload', action: 's3:ListBucket', resource: bytes },
  { by: 'function proveUpload', action: 's3:ListMultipartUploadParts', resource: object },
  { by: 'function proveUpload', action: 's3:PutObject', resource: object },
  { by: 'function signDownload', action: 's3:GetObjectVersion', resource: object },
  ...['followTable', 'reconcile'].flatMap((name) => [
    { by: `function ${name}`, action: 's3:AbortMultipartUpload', resource: object },
    { by: `function ${name}`, action: 's3:DeleteObjectVersion', resource: object },
    { by: `function ${name}`, action: 's3:ListBucketMultipartUploads', resource: bytes },
    { by: `function ${name}`, action: 's3:ListBucketVersions', resource: bytes },
    { by: `function ${name}`, action: 'dynamodb:UpdateItem', resource: usage },
  ]),
  { by: 'function followTable', action: 'dynamodb:PutItem', resource: usage },
  { by: 'function followTable', action: 'appsync:GraphQL', resource: field('publishFileEvent') },
  { by: 'function followTable', action: 'dynamodb:ListStreams', resource: '*' },
  ...['DescribeStream', 'GetRecords', 'GetShardIterator'].map((name) => ({
    by: 'function followTable',
    action: `dynamodb:${name}`,
    resource: `${table}/stream/2026`,
  })),
  {
    by: 'function followTable',
    action: 'sqs:SendMessage',
    resource: `arn:aws:sqs:${region}:${account}:MyAppDeadLetters`,
  },
  { by: 'function reconcile', action: 's3:ListBucket', resource: bytes },
  { by: 'function reconcile', action: 'dynamodb:DeleteItem', resource: table },
  { by: 'function reconcile', action: 'dynamodb:Query', resource: table },
  { by: 'function reconcile', action: 'dynamodb:Scan', resource: usage },
  { by: 'schedule of reconcile', action: 'lambda:InvokeFunction', resource: lambda('reconcile') },
  ...called.map((name) => ({
    by: `source ${name}`,
    action: 'lambda:InvokeFunction',
    resource: lambda(name),
  })),
  ...functions.flatMap((name) => [
    { by: `function ${name}`, action: 'xray:PutTraceSegments', resource: '*' },
    { by: `function ${name}`, action: 'xray:PutTelemetryRecords', resource: '*' },
    ...writesTo(`function ${name}`, `/aws/lambda/MyFiles-prod-${name}`),
  ]),
];

const forbidden: [why: string, call: Call][] = [
  ['reads the whole table', { by: 'source files', action: 'dynamodb:Scan', resource: table }],
  ['reads a whole index', { by: 'source files', action: 'dynamodb:Scan', resource: `${table}/index/FileNameIndex` }],
  ['removes a foreign row', { by: 'source files', action: 'dynamodb:DeleteItem', resource: `${table}Backup` }],
  ['writes many rows', { by: 'source files', action: 'dynamodb:BatchWriteItem', resource: table }],
  ['reads usage as the files', { by: 'source files', action: 'dynamodb:GetItem', resource: usage }],
  ['changes usage as its reader', { by: 'source usage', action: 'dynamodb:UpdateItem', resource: usage }],
  ['reads rows as the usage', { by: 'source usage', action: 'dynamodb:GetItem', resource: table }],
  ['drops the table', { by: 'source files', action: 'dynamodb:DeleteTable', resource: table }],
  ['changes the table', { by: 'source files', action: 'dynamodb:UpdateTable', resource: table }],
  ['copies the table', { by: 'source files', action: 'dynamodb:ExportTableToPointInTime', resource: table }],
  ['speaks PartiQL', { by: 'source files', action: 'dynamodb:PartiQLSelect', resource: table }],
  ['reads a foreign table', { by: 'source files', action: 'dynamodb:GetItem', resource: `${table}Backup` }],
  ['queries an unknown index', { by: 'source files', action: 'dynamodb:Query', resource: `${table}/index/Other` }],
  [
    'calls a function as the table',
    { by: 'source files', action: 'lambda:InvokeFunction', resource: lambda('signUpload') },
  ],
  [
    'calls a foreign function',
    { by: 'source signUpload', action: 'lambda:InvokeFunction', resource: lambda('signDownload') },
  ],
  [
    'changes its function',
    { by: 'source signUpload', action: 'lambda:UpdateFunctionCode', resource: lambda('signUpload') },
  ],
  [
    'writes beside the prefix',
    { by: 'function signUpload', action: 's3:PutObject', resource: `${bytes}/web/index.html` },
  ],
  ['writes at the root', { by: 'function signUpload', action: 's3:PutObject', resource: `${bytes}/uploads` }],
  [
    'writes to a foreign bucket',
    { by: 'function signUpload', action: 's3:PutObject', resource: 'arn:aws:s3:::other/uploads/a/b' },
  ],
  ['tags an object', { by: 'function signUpload', action: 's3:PutObjectTagging', resource: object }],
  ['opens an object', { by: 'function signUpload', action: 's3:PutObjectAcl', resource: object }],
  ['holds an object', { by: 'function signUpload', action: 's3:PutObjectLegalHold', resource: object }],
  ['removes an object', { by: 'function signUpload', action: 's3:DeleteObject', resource: object }],
  ['reads what it wrote', { by: 'function signUpload', action: 's3:GetObject', resource: object }],
  ['lists the bucket', { by: 'function signUpload', action: 's3:ListBucket', resource: bytes }],
  ['changes the bucket policy', { by: 'function signUpload', action: 's3:PutBucketPolicy', resource: bytes }],
  ['changes the CORS rules', { by: 'function proveUpload', action: 's3:PutBucketCORS', resource: bytes }],
  ['ends versioning', { by: 'function proveUpload', action: 's3:PutBucketVersioning', resource: bytes }],
  ['removes what it proves', { by: 'function proveUpload', action: 's3:DeleteObjectVersion', resource: object }],
  ['writes what it watches', { by: 'function readProgress', action: 's3:PutObject', resource: object }],
  ['reads what it begins', { by: 'function startMultipart', action: 's3:GetObject', resource: object }],
  ['reads the bytes that it removes', { by: 'function followTable', action: 's3:GetObject', resource: object }],
  ['writes bytes', { by: 'function followTable', action: 's3:PutObject', resource: object }],
  ['removes rows', { by: 'function followTable', action: 'dynamodb:DeleteItem', resource: table }],
  ['calls another field', { by: 'function followTable', action: 'appsync:GraphQL', resource: field('deleteFile') }],
  [
    'empties the queue',
    {
      by: 'function followTable',
      action: 'sqs:DeleteMessage',
      resource: `arn:aws:sqs:${region}:${account}:MyAppDeadLetters`,
    },
  ],
  ['reads the whole table of files', { by: 'function reconcile', action: 'dynamodb:Scan', resource: table }],
  ['tells of events', { by: 'function reconcile', action: 'appsync:GraphQL', resource: field('publishFileEvent') }],
  ['reads bytes', { by: 'function reconcile', action: 's3:GetObjectVersion', resource: object }],
  [
    'runs something else',
    { by: 'schedule of reconcile', action: 'lambda:InvokeFunction', resource: lambda('followTable') },
  ],
  ['reads an old version', { by: 'function proveUpload', action: 's3:GetObjectVersion', resource: object }],
  ['lists versions', { by: 'function proveUpload', action: 's3:ListBucketVersions', resource: bytes }],
  ['reads an unpinned version', { by: 'function signDownload', action: 's3:GetObject', resource: object }],
  ['removes a version', { by: 'function signDownload', action: 's3:DeleteObjectVersion', resource: object }],
  ['reads the table', { by: 'function signDownload', action: 'dynamodb:GetItem', resource: table }],
  [
    'calls a function',
    { by: 'function signDownload', action: 'lambda:InvokeFunction', resource: lambda('signUpload') },
  ],
  [
    'takes another role',
    { by: 'function signDownload', action: 'sts:AssumeRole', resource: `arn:aws:iam::${account}:role/admin` },
  ],
  [
    'reads its log',
    { by: 'function signUpload', action: 'logs:GetLogEvents', resource: stream('/aws/lambda/MyFiles-prod-signUpload') },
  ],
  [
    'writes to a foreign log',
    {
      by: 'function signUpload',
      action: 'logs:PutLogEvents',
      resource: stream('/aws/lambda/MyFiles-prod-proveUpload'),
    },
  ],
];

describe('the roles', () => {
  it.each(allowed)('let the $by call $action', async (call) => {
    expect(await judge(template, call)).toBe('Allowed');
  });

  it.each(forbidden)('refuse who %s', async (_, call) => {
    expect(await judge(template, call)).toBe('ImplicitlyDenied');
  });

  it('grant no action that the list of allowed calls does not need', () => {
    const needed = new Set(allowed.map(({ by, action }) => `${by}: ${action}`));
    const granted = [...rolesByPrincipal(template)]
      .filter(([by]) => by !== 'log of the API')
      .flatMap(([by, roleId]) =>
        statementsOf(template, roleId).flatMap(({ actions }) => actions.map((action) => `${by}: ${action}`)),
      );

    expect(new Set(granted)).toEqual(needed);
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

function writesTo(by: string, group: string): Call[] {
  return ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => ({ by, action, resource: stream(group) }));
}
