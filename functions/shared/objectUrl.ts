import type { HttpRequest } from '@smithy/types';
import { required, type Environment } from './environment';

/** A bucket's address: what requests to its objects have in common. */
export type BucketAddress = Pick<HttpRequest, 'protocol' | 'hostname' | 'port'> & { readonly pathPrefix: string };

/**
 * The bucket's address: its own host name on AWS, or a path on the host that AWS_ENDPOINT_URL_S3 names.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export const bucketAddress = (environment: Environment): BucketAddress => {
  const bucket = required(environment, 'BUCKET_NAME');
  const endpoint = environment['AWS_ENDPOINT_URL_S3'];
  if (!endpoint) {
    const hostname = `${bucket}.s3.${required(environment, 'AWS_REGION')}.amazonaws.com`;
    return { protocol: 'https:', hostname, pathPrefix: '/' };
  }
  const { protocol, hostname, port } = new URL(endpoint);
  return { protocol, hostname, ...(port ? { port: Number(port) } : {}), pathPrefix: `/${bucket}/` };
};

/** A key as a URL path: every segment escaped, the slashes kept. */
export const escapeKey = (key: string): string => key.split('/').map(escape).join('/');

/** The URL of a request, with its query escaped as SigV4 requires. */
export const formatUrl = ({ protocol, hostname, port, path, query = {} }: HttpRequest): string => {
  const pairs = Object.entries(query).map(([name, value]) => `${escape(name)}=${escape(String(value ?? ''))}`);
  return `${protocol}//${hostname}${port ? `:${port}` : ''}${path}?${pairs.join('&')}`;
};

const escape = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
