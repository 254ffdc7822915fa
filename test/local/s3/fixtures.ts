import type { BucketDescription } from '../../../local/s3/options';
import type { Principal, Principals } from '../../../local/signatures/principal';

export const owner = { accessKeyId: 'AKIAOWNER', secretAccessKey: 'owner-secret' };
export const reader = { accessKeyId: 'AKIAREADER', secretAccessKey: 'reader-secret' };
export const session = { accessKeyId: 'ASIASESSION', secretAccessKey: 'session-secret', sessionToken: 'token/+=' };

export const principals: Principals = new Map<string, Principal>([
  [owner.accessKeyId, owner],
  [reader.accessKeyId, { ...reader, allows: ({ action }) => action === 's3:GetObject' }],
  [session.accessKeyId, session],
]);

export const bucket: BucketDescription = {
  name: 'bytes',
  versioned: true,
  cors: {
    allowedMethods: ['GET', 'HEAD', 'PUT'],
    allowedHeaders: ['content-type', 'x-amz-*'],
    exposedHeaders: ['etag', 'x-amz-version-id'],
    allowedOrigins: ['http://localhost:8000'],
    maxAgeSeconds: 600,
  },
  abortIncompleteMultipartDays: 7,
  noncurrentVersionDays: 30,
};

export const plainBucket: BucketDescription = { ...bucket, name: 'plain', versioned: false };
