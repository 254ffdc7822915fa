import { HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import { required } from '../shared/environment';
import { createProveUpload, type ReadHead } from './proveUpload';

const Bucket = required(process.env, 'BUCKET_NAME');
const s3 = new S3Client({ followRegionRedirects: false });

const readHead: ReadHead = async (Key) => {
  try {
    return await s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
};

export const handler = createProveUpload(readHead);
