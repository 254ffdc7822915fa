import type { IncomingMessage } from 'node:http';
import type { Clock } from '../clock';
import { isSameSecret } from '../isSameSecret';
import { SignatureRefused } from './errors';
import type { Principal, Principals } from './principal';
import { readSignature, type Signature } from './readSignature';
import { canonicalRequest, sha256, sign, signingKey, stringToSign } from './sigv4';
import { epochOf } from './timestamp';

/** The service that a request is for, and who may call it. */
export interface Known {
  /** `dynamodb` */
  readonly service: string;
  /** Absent: any region. */
  readonly region?: string;
  /** Absent: any signer, with any key, may do everything. */
  readonly principals?: Principals;
  readonly clock: Clock;
}

/** What a signature covers besides the body. */
export type SignedRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/** Verifies the SigV4 `authorization` header and returns the signer, or throws SignatureRefused. */
export const authenticate = (request: SignedRequest, body: Buffer, known: Known): Principal => {
  const claim = readSignature(request.headers);
  if (known.principals === undefined) return { secretAccessKey: '' };
  const token = tokenOf(request);
  const principal = known.principals.get(claim.accessKeyId, token);
  if (principal === undefined || principal.sessionToken !== token) {
    throw new SignatureRefused('UnrecognizedClientException', 'The security token included in the request is invalid.');
  }
  if (principal.endsAt !== undefined && principal.endsAt <= known.clock()) {
    throw new SignatureRefused('ExpiredTokenException', 'The security token included in the request is expired');
  }
  checkScope(claim, known);
  const canonical = canonicalRequest({
    method: request.method ?? '',
    ...addressOf(request),
    headers: new Map(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    signedHeaders: claim.signedHeaders,
    payloadHash: sha256(body),
  });
  const key = signingKey(principal.secretAccessKey, claim.scope);
  const expected = sign(key, stringToSign(claim.timestamp, claim.scope, canonical));
  if (claim.signedHeaders.includes('host') && isSameSecret(expected, claim.signature)) return principal;
  throw invalid(
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key ' +
      'and signing method. Consult the service documentation for details.',
  );
};

const driftMilliseconds = 5 * 60 * 1000;

const checkScope = ({ scope, timestamp }: Signature, { service, region, clock }: Known): void => {
  if (region !== undefined && scope.region !== region) throw invalid('Credential should be scoped to a valid region.');
  if (scope.service !== service) throw invalid(`Credential should be scoped to correct service: '${service}'.`);
  const ahead = epochOf(timestamp) - clock();
  if (timestamp.startsWith(scope.date) && Math.abs(ahead) <= driftMilliseconds) return;
  throw invalid(`Signature ${ahead > 0 ? 'not yet current' : 'expired'}: ${timestamp} is more than 5 min. away.`);
};

/** The path as sent, still encoded: every service but S3 encodes it a second time for the signature. */
const addressOf = ({ url = '/' }: SignedRequest) => {
  const { pathname, searchParams } = new URL(url, 'http://twin');
  return { path: pathname, query: [...searchParams] };
};

const tokenOf = ({ headers }: SignedRequest): string | undefined => {
  const token = headers['x-amz-security-token'];
  return token === undefined ? undefined : String(token);
};

const invalid = (message: string) => new SignatureRefused('InvalidSignatureException', message);
