import type { Scope } from '../../signatures/sigv4';
import { S3Error } from '../errors';

/** Who signed, and for which day, region and service. */
export interface Credential {
  readonly accessKeyId: string;
  readonly scope: Scope;
}

type CredentialErrorCode = keyof typeof subjects;

/** Parses a credential; throws S3Error with `code` unless it is well-formed and has the timestamp's date. */
export const readCredential = (credential: string, timestamp: string, code: CredentialErrorCode): Credential => {
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

/** Throws S3Error with `code` if a credential is for another region. */
export const checkRegion = (scope: Scope, region: string, code: CredentialErrorCode): void => {
  if (scope.region === region) return;
  throw new S3Error(code, {
    message: `${subjects[code]}; the region '${scope.region}' is wrong; expecting '${region}'`,
    details: { Region: region },
  });
};

const subjects = {
  AuthorizationHeaderMalformed: 'The authorization header is malformed',
  AuthorizationQueryParametersError: 'Error parsing the X-Amz-Credential parameter',
};
