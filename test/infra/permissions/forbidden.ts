import { account, region } from '../template/resolve';
import type { Call } from './simulate';

export const bytes = `arn:aws:s3:::myfiles-bytes-${account}-${region}`;
/** A person, and an object of theirs. */
export const owner = '7f1c0d4e';
export const object = `${bytes}/uploads/${owner}/2Yx9`;
const table = `arn:aws:dynamodb:${region}:${account}:table/MyAppFiles`;
const usage = `arn:aws:dynamodb:${region}:${account}:table/MyAppUsage`;
const lambda = (name: string) => `arn:aws:lambda:${region}:${account}:function:MyFiles-prod-${name}`;
const admin = `arn:aws:iam::${account}:role/admin`;
const field = (name: string) => `arn:aws:appsync:${region}:${account}:apis/abc/types/Mutation/fields/${name}`;

/** What no principal may do. What separates one person's bytes from another's is in `people.ts`. */
export const forbidden: readonly (readonly [why: string, call: Call])[] = [
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
    { by: 'session of signUpload', owner, action: 's3:PutObject', resource: `${bytes}/web/index.html` },
  ],
  ['writes at the root', { by: 'session of signUpload', owner, action: 's3:PutObject', resource: `${bytes}/uploads` }],
  [
    'writes to a foreign bucket',
    { by: 'session of signUpload', owner, action: 's3:PutObject', resource: 'arn:aws:s3:::other/uploads/a/b' },
  ],
  ['tags an object', { by: 'session of signUpload', owner, action: 's3:PutObjectTagging', resource: object }],
  ['opens an object', { by: 'session of signUpload', owner, action: 's3:PutObjectAcl', resource: object }],
  ['holds an object', { by: 'session of signUpload', owner, action: 's3:PutObjectLegalHold', resource: object }],
  ['removes an object', { by: 'session of signUpload', owner, action: 's3:DeleteObject', resource: object }],
  ['reads what it wrote', { by: 'session of signUpload', owner, action: 's3:GetObject', resource: object }],
  ['lists the bucket', { by: 'session of signUpload', owner, action: 's3:ListBucket', resource: bytes }],
  ['begins another session', { by: 'session of signUpload', owner, action: 'sts:AssumeRole', resource: admin }],
  ['changes the bucket policy', { by: 'session of signUpload', owner, action: 's3:PutBucketPolicy', resource: bytes }],
  ['changes the CORS rules', { by: 'session of proveUpload', owner, action: 's3:PutBucketCORS', resource: bytes }],
  ['ends versioning', { by: 'session of proveUpload', owner, action: 's3:PutBucketVersioning', resource: bytes }],
  [
    'removes what it proves',
    { by: 'session of proveUpload', owner, action: 's3:DeleteObjectVersion', resource: object },
  ],
  ['writes what it watches', { by: 'session of readProgress', owner, action: 's3:PutObject', resource: object }],
  ['reads what it begins', { by: 'session of startMultipart', owner, action: 's3:GetObject', resource: object }],
  ['reads the bytes that it removes', { by: 'function followTable', action: 's3:GetObject', resource: object }],
  ['writes anywhere', { by: 'function followTable', action: 's3:PutObject', resource: `${bytes}/web/a.js` }],
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
  ['lists objects', { by: 'function reconcile', action: 's3:ListBucket', resource: bytes }],
  [
    'writes anywhere',
    { by: 'session of startMultipart', owner, action: 's3:PutObject', resource: `${bytes}/other/${owner}/2Yx9` },
  ],
  ['removes anywhere', { by: 'function followTable', action: 's3:DeleteObjectVersion', resource: `${bytes}/web/a.js` }],
  ['removes rejected rows', { by: 'function quarantine', action: 'dynamodb:DeleteItem', resource: table }],
  ['changes usage', { by: 'function quarantine', action: 'dynamodb:UpdateItem', resource: usage }],
  ['reads harmful bytes', { by: 'function quarantine', action: 's3:GetObject', resource: object }],
  ['takes the tag away', { by: 'function quarantine', action: 's3:DeleteObjectVersionTagging', resource: object }],
  ['reads bytes', { by: 'function reconcile', action: 's3:GetObjectVersion', resource: object }],
  [
    'runs something else',
    { by: 'schedule of reconcile', action: 'lambda:InvokeFunction', resource: lambda('followTable') },
  ],
  ['reads an old version', { by: 'session of proveUpload', owner, action: 's3:GetObjectVersion', resource: object }],
  ['lists versions', { by: 'session of proveUpload', owner, action: 's3:ListBucketVersions', resource: bytes }],
  ['reads an unpinned version', { by: 'session of signDownload', owner, action: 's3:GetObject', resource: object }],
  ['removes a version', { by: 'session of signDownload', owner, action: 's3:DeleteObjectVersion', resource: object }],
  ['reads the table', { by: 'function signDownload', action: 'dynamodb:GetItem', resource: table }],
  [
    'calls a function',
    { by: 'function signDownload', action: 'lambda:InvokeFunction', resource: lambda('signUpload') },
  ],
  ['takes another role', { by: 'function signDownload', action: 'sts:AssumeRole', resource: admin }],
];
