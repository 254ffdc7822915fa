import { invalidArgument, S3Error } from '../errors';
import type { Headers } from '../wire/headers';
import type { Target } from '../wire/target';
import { isTimestamp } from '../../signatures/timestamp';
import { readCredential, type Credential } from './credential';

/** What a request claims about its signature, not yet verified. */
export interface Claim extends Credential {
  readonly via: 'header' | 'query';
  /** `20260131T120000Z` */
  readonly timestamp: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly sessionToken?: string;
  readonly payloadHash: string;
  /** Presigned URLs only. */
  readonly expiresInSeconds?: number;
}

/** Parses the claim of a signed or presigned request; undefined if the request is unsigned. */
export const readClaim = (target: Target, headers: Headers): Claim | undefined => {
  const query = new Map(target.query);
  const authorization = headers.get('authorization');
  if (query.has('Signature') || authorization?.startsWith('AWS ')) {
    throw new S3Error('InvalidRequest', {
      message: 'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    });
  }
  if (authorization !== undefined && query.has('X-Amz-Algorithm')) {
    throw invalidArgument(
      'Authorization',
      authorization,
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
    );
  }
  if (authorization !== undefined) return claimOfHeader(authorization, headers);
  return query.has('X-Amz-Algorithm') || query.has('X-Amz-Signature') ? claimOfQuery(target, headers) : undefined;
};

const claimOfHeader = (authorization: string, headers: Headers): Claim => {
  const match = /^AWS4-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/.exec(
    authorization,
  );
  if (!match) throw new S3Error('AuthorizationHeaderMalformed');
  const [, credential = '', signedHeaders = '', signature = ''] = match;
  const timestamp = headers.get('x-amz-date') ?? compactDate(headers.get('date'));
  const payloadHash = headers.get('x-amz-content-sha256');
  if (timestamp === undefined || !isTimestamp(timestamp)) {
    throw new S3Error('AccessDenied', { message: 'AWS authentication requires a valid Date or x-amz-date header' });
  }
  if (payloadHash === undefined) {
    throw new S3Error('InvalidRequest', { message: 'Missing required header for this request: x-amz-content-sha256' });
  }
  return {
    via: 'header',
    ...readCredential(credential, timestamp, 'AuthorizationHeaderMalformed'),
    timestamp,
    signedHeaders: signedHeaders.split(';'),
    signature,
    payloadHash,
    ...tokenOf(headers.get('x-amz-security-token')),
  };
};

const required = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-SignedHeaders',
  'X-Amz-Signature',
];

const claimOfQuery = ({ query }: Target, headers: Headers): Claim => {
  const values = new Map(query);
  if (!required.every((name) => query.filter(([other]) => other === name).length === 1)) {
    throw malformedQuery(
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  }
  const [algorithm, credential = '', timestamp = '', expires = '', signedHeaders = '', signature = ''] = required.map(
    (name) => values.get(name),
  );
  if (algorithm !== 'AWS4-HMAC-SHA256') throw malformedQuery('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  if (!isTimestamp(timestamp))
    throw malformedQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  return {
    via: 'query',
    ...readCredential(credential, timestamp, 'AuthorizationQueryParametersError'),
    timestamp,
    signedHeaders: signedHeaders.split(';'),
    signature,
    payloadHash: values.get('X-Amz-Content-Sha256') ?? headers.get('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD',
    expiresInSeconds: readExpiry(expires),
    ...tokenOf(values.get('X-Amz-Security-Token')),
  };
};

const readExpiry = (expires: string): number => {
  if (!/^-?\d{1,12}$/.test(expires)) throw malformedQuery('X-Amz-Expires should be a number');
  const seconds = Number(expires);
  if (seconds < 0) throw malformedQuery('X-Amz-Expires must be non-negative');
  if (seconds > 604_800) {
    throw malformedQuery(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  }
  return seconds;
};

const tokenOf = (sessionToken: string | undefined): Pick<Claim, 'sessionToken'> =>
  sessionToken === undefined ? {} : { sessionToken };

const compactDate = (date: string | undefined): string | undefined => {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
};

const malformedQuery = (message: string): S3Error => new S3Error('AuthorizationQueryParametersError', { message });
