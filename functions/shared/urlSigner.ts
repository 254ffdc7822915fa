import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner';
import type { Credentials } from './credentials';
import { required, type Environment } from './environment';
import { bucketAddress, escapeKey, formatUrl } from './objectUrl';
import { Sha256 } from './sha256';

/** One request to one object, to be carried out by someone else. Header names in lower case; all are signed. */
export interface ObjectRequest {
  readonly method: 'GET' | 'PUT';
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SignedUrl {
  readonly url: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

export type UrlSigner = (request: ObjectRequest) => Promise<SignedUrl>;

/**
 * Creates presigned URLs for the bucket with the credentials of the person they are for. The presigner is used without
 * an S3 client: the bundle is a few kilobytes and loads at once.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export const createUrlSigner = (
  environment: Environment,
  now: () => number,
): ((credentials: Credentials) => UrlSigner) => {
  const address = bucketAddress(environment);
  const lifetimeSeconds = urlLifetimeSeconds(environment);
  const region = required(environment, 'AWS_REGION');

  return (credentials) => {
    const presigner = new S3RequestPresigner({ region, credentials, sha256: Sha256 });
    return async ({ method, key, query = {}, headers = {} }) => {
      // Signatures count whole seconds: with a fraction, `expiresAt` would be later than the URL's real expiry.
      const signingDate = new Date(Math.floor(now() / 1000) * 1000);
      const names = new Set(Object.keys(headers));
      const { pathPrefix, ...host } = address;
      const signed = await presigner.presign(
        {
          ...host,
          method,
          path: pathPrefix + escapeKey(key),
          query: { ...query },
          headers: { ...headers },
        },
        // Signed as headers, not hoisted into the query: only then does S3 hold the sender to them.
        {
          signingDate,
          expiresIn: lifetimeSeconds,
          signableHeaders: new Set(['host', ...names]),
          unhoistableHeaders: names,
        },
      );
      const expiresAt = new Date(signingDate.getTime() + lifetimeSeconds * 1000).toISOString();
      return { url: formatUrl(signed), expiresAt };
    };
  };
};

/** How long a presigned URL is valid. */
export const urlLifetimeSeconds = (environment: Environment): number =>
  Number(required(environment, 'URL_LIFETIME_SECONDS'));
