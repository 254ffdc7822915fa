import { place } from '../../place';
import { authenticate, type Known, type SignedRequest } from '../../signatures/authenticate';
import { SignatureRefused } from '../../signatures/errors';
import { refusedOf, type Principal } from '../../signatures/principal';
import { readSignature } from '../../signatures/readSignature';
import { Unauthenticated } from '../errors';
import { fieldArn } from '../names';
import type { Caller } from './caller';

/**
 * The principal that signed a request for AppSync with Signature Version 4; throws Unauthenticated. It may select the
 * root fields that its policies allow: https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
 */
export const signatureCaller = (
  request: SignedRequest,
  body: Buffer,
  known: Pick<Known, 'principals' | 'clock'>,
): Caller => {
  const { principal, accessKeyId } = signerOf(request, body, known);
  const identity = identityOf(accessKeyId);
  return {
    mode: 'AWS_IAM',
    groups: [],
    identity: (sourceIp) => JSON.stringify({ ...identity, sourceIp: [sourceIp] }),
    allows: (coordinate) =>
      refusedOf(principal, [{ action: 'appsync:GraphQL', resource: fieldArn(coordinate) }]) === undefined,
  };
};

interface Signer {
  readonly principal: Principal;
  readonly accessKeyId: string;
}

const signerOf = (request: SignedRequest, body: Buffer, known: Pick<Known, 'principals' | 'clock'>): Signer => {
  try {
    const principal = authenticate(request, body, { service: 'appsync', ...known });
    return { principal, accessKeyId: readSignature(request.headers).accessKeyId };
  } catch (error) {
    if (!(error instanceof SignatureRefused)) throw error;
    throw new Unauthenticated('You are not authorized to make this call.');
  }
};

/** https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html */
const identityOf = (accessKeyId: string) => ({
  accountId: place.accountId,
  cognitoIdentityPoolId: null,
  cognitoIdentityId: null,
  userArn: `arn:aws:iam::${place.accountId}:user/${accessKeyId}`,
  username: accessKeyId,
  cognitoIdentityAuthType: null,
  cognitoIdentityAuthProvider: null,
});
