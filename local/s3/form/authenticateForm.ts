import { isSameSecret } from '../../isSameSecret';
import { findPrincipal } from '../auth/authenticate';
import { checkRegion, readCredential } from '../auth/credential';
import { sign, signingKey } from '../../signatures/sigv4';
import { epochOf, isTimestamp } from '../../signatures/timestamp';
import { invalidArgument, S3Error } from '../errors';
import type { Clock } from '../../clock';
import type { Principal, Principals } from '../../signatures/principal';

interface Verifier {
  readonly region: string;
  readonly principals: Principals;
  readonly clock: Clock;
}

const maxAgeMilliseconds = 7 * 24 * 60 * 60 * 1000;

/**
 * Verifies the signature of a form's policy and returns the signer; a form without a policy is AccessDenied.
 * See https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html
 */
export const authenticateForm = (
  fields: ReadonlyMap<string, string>,
  { region, principals, clock }: Verifier,
): Principal => {
  const policy = fields.get('policy');
  if (policy === undefined) throw new S3Error('AccessDenied');
  const [algorithm, credential, timestamp, signature] = [
    'X-Amz-Algorithm',
    'X-Amz-Credential',
    'X-Amz-Date',
    'X-Amz-Signature',
  ].map((name) => required(fields, name));
  if (algorithm !== 'AWS4-HMAC-SHA256' || timestamp === undefined || !isTimestamp(timestamp)) {
    throw new S3Error('InvalidArgument', { message: 'The form fields of the signature are not valid.' });
  }
  const { accessKeyId, scope } = readCredential(credential ?? '', timestamp, 'AuthorizationQueryParametersError');
  const sessionToken = fields.get('x-amz-security-token');
  const principal = findPrincipal({ accessKeyId, sessionToken }, { principals, clock });
  checkRegion(scope, region, 'AuthorizationQueryParametersError');
  if (clock() - epochOf(timestamp) > maxAgeMilliseconds)
    throw new S3Error('AccessDenied', { message: 'Request has expired' });
  if (isSameSecret(sign(signingKey(principal.secretAccessKey, scope), policy), signature ?? '')) return principal;
  throw new S3Error('SignatureDoesNotMatch', {
    details: { AWSAccessKeyId: accessKeyId, StringToSign: policy, SignatureProvided: signature ?? '' },
  });
};

const required = (fields: ReadonlyMap<string, string>, name: string): string => {
  const value = fields.get(name.toLowerCase());
  if (value !== undefined) return value;
  throw invalidArgument(
    name,
    '',
    `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
  );
};
