import type { Clock } from '../../clock';
import { isSameSecret } from '../../isSameSecret';
import { S3Error } from '../errors';
import type { Headers } from '../wire/headers';
import type { Target } from '../wire/target';
import { readClaim, type Claim } from './claim';
import { checkRegion } from './credential';
import { checkFreshness } from './freshness';
import { readPayload, type Payload } from './payload';
import type { Principal, Principals } from '../../signatures/principal';
import { canonicalRequest, scopeText, sign, signingKey, stringToSign } from '../../signatures/sigv4';

/** Who signed a request, and what is needed to verify its body. */
export interface Identity {
  readonly accessKeyId: string;
  readonly principal: Principal;
  readonly payload: Payload;
  /** From which the signatures of aws-chunked chunks are derived. */
  readonly chain: { readonly key: Buffer; readonly timestamp: string; readonly scope: string; readonly seed: string };
}

export interface Verifier {
  readonly region: string;
  readonly principals: Principals;
  readonly clock: Clock;
}

export interface SignedRequest {
  readonly method: string;
  readonly target: Target;
  readonly headers: Headers;
}

/** Verifies SigV4, in header or query, over the decoded, unnormalized path; AccessDenied if the request is unsigned. */
export const authenticate = (request: SignedRequest, { region, principals, clock }: Verifier): Identity => {
  const { method, target, headers } = request;
  const claim = readClaim(target, headers);
  if (claim === undefined) throw new S3Error('AccessDenied');
  checkRegion(claim.scope, region, codes[claim.via]);
  const principal = findPrincipal(claim, { principals, clock });
  checkFreshness(claim, clock());
  checkCoverage(claim, headers);

  const { scope, timestamp, signedHeaders, payloadHash, signature } = claim;
  const key = signingKey(principal.secretAccessKey, scope);
  const canonical = canonicalRequest({
    method,
    path: target.path,
    query: target.query,
    headers,
    signedHeaders,
    payloadHash,
  });
  const text = stringToSign(timestamp, scope, canonical);
  if (!isSameSecret(sign(key, text), signature)) throw mismatch(claim, text, canonical);
  return {
    accessKeyId: claim.accessKeyId,
    principal,
    payload: readPayload(payloadHash),
    chain: { key, timestamp, scope: scopeText(scope), seed: signature },
  };
};

/** The principal of an access key id; throws S3Error unless the session token matches and has not expired. */
export const findPrincipal = (
  { accessKeyId, sessionToken }: Pick<Claim, 'accessKeyId' | 'sessionToken'>,
  { principals, clock }: Pick<Verifier, 'principals' | 'clock'>,
): Principal => {
  const principal = principals.get(accessKeyId, sessionToken);
  const ofToken = sessionToken === undefined ? {} : { details: { 'Token-0': sessionToken } };
  // With a token, an unknown key id is reported as a wrong token: a session's key id is only known by its token.
  if (principal === undefined && sessionToken === undefined) {
    throw new S3Error('InvalidAccessKeyId', { details: { AWSAccessKeyId: accessKeyId } });
  }
  if (principal === undefined || principal.sessionToken !== sessionToken) throw new S3Error('InvalidToken', ofToken);
  if (principal.endsAt !== undefined && principal.endsAt <= clock()) throw new S3Error('ExpiredToken', ofToken);
  return principal;
};

const codes = { header: 'AuthorizationHeaderMalformed', query: 'AuthorizationQueryParametersError' } as const;

// Both forms must sign `host` and every x-amz-* header sent; the payload hash has its own line in what is signed.
const checkCoverage = ({ signedHeaders }: Claim, headers: Headers): void => {
  const isMissing = (name: string) => !signedHeaders.includes(name);
  const missing = [...headers.keys()].filter(
    (name) => (name === 'host' || (name.startsWith('x-amz-') && name !== 'x-amz-content-sha256')) && isMissing(name),
  );
  if (missing.length === 0 && !isMissing('host')) return;
  throw new S3Error('AccessDenied', {
    message: 'There were headers present in the request which were not signed',
    details: { HeadersNotSigned: missing.join(', ') || 'host' },
  });
};

const mismatch = (claim: Claim, text: string, canonical: string): S3Error =>
  new S3Error('SignatureDoesNotMatch', {
    details: {
      AWSAccessKeyId: claim.accessKeyId,
      StringToSign: text,
      SignatureProvided: claim.signature,
      StringToSignBytes: hexBytes(text),
      CanonicalRequest: canonical,
      CanonicalRequestBytes: hexBytes(canonical),
    },
  });

const hexBytes = (text: string): string =>
  Buffer.from(text)
    .toString('hex')
    .replace(/..(?=.)/g, '$& ');
