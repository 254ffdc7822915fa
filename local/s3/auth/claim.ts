import { invalidArgument, S3Error } from '../errors';
import type { Headers } from '../wire/headers';
import type { Target } from '../wire/target';
import type { Scope } from '../../signatures/sigv4';

/** What a request claims about its signature, not yet verified. */
export interface Claim {
  readonly via: 'header' | 'query';
  readonly accessKeyId: string;
  readonly scope: Scope;
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

const subjects = {
  AuthorizationHeaderMalformed: 'The authorization header is malformed',
  AuthorizationQueryParametersError: 'Error parsing the X-Amz-Credential parameter',
};

type CredentialErrorCode = keyof typeof subjects;

/** Throws S3Error with `code` if a credential is for another region. */
export const checkRegion = (scope: Scope, region: string, code: CredentialErrorCode): void => {
  if (scope.region === region) return;
  throw new S3Error(code, {
    message: `${subjects[code]}; the region '${scope.region}' is wrong; expecting '${region}'`,
    details: { Region: region },
  });
};

/** Parses a credential; throws S3Error with `code` unless it is well-formed and has the timestamp's date. */
export const readCredential = (
  credential: string,
  timestamp: string,
  code: CredentialErrorCode,
): Pick<Claim, 'accessKeyId' | 'scope'> => {
  const parts = credential.split('/');
  const [accessKeyId = '', date = '', region = '', service = '', end = ''] = parts;
  if (parts.length !== 5 || end !== 'aws4_request' || service !== 's3' || accessKeyId === '') {
    throw new S3Error(code, {
      message: `${subjects[code]}; the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".`,
    });
  }
  if (date !== timestamp.slice(0, 8)) {
    throw new S3Error(code, {
      message: `Invalid credential date "${date}". This date is not the same as X-Amz-Date: "${timestamp.slice(0, 8)}".`,
    });
  }
  return { accessKeyId, scope: { date, region, service } };
};

const tokenOf = (sessionToken: string | undefined): Pick<Claim, 'sessionToken'> =>
  sessionToken === undefined ? {} : { sessionToken };

/** Whether a string is a SigV4 timestamp. */
export const isTimestamp = (text: string): boolean => /^\d{8}T\d{6}Z$/.test(text) && !Number.isNaN(epochOf(text));

/** Milliseconds since 1970 of a SigV4 timestamp. */
export const epochOf = (timestamp: string): number =>
  Date.parse(timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const compactDate = (date: string | undefined): string | undefined => {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
};

const malformedQuery = (message: string): S3Error => new S3Error('AuthorizationQueryParametersError', { message });
