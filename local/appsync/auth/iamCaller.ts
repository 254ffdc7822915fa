import type { Caller } from './caller';
import type { LimitedPrincipal } from './iamPrincipal';

/** The account that the twin's IAM callers belong to. */
const accountId = '000000000000';

/**
 * The caller behind an access key, with the identity object of
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html.
 */
export const iamCaller = (accessKeyId: string, { fields }: Pick<LimitedPrincipal, 'fields'> = {}): Caller => {
  const identity = {
    accountId,
    cognitoIdentityPoolId: null,
    cognitoIdentityId: null,
    userArn: `arn:aws:iam::${accountId}:user/${accessKeyId}`,
    username: accessKeyId,
    cognitoIdentityAuthType: null,
    cognitoIdentityAuthProvider: null,
  };
  return {
    mode: 'AWS_IAM',
    groups: [],
    identity: (sourceIp) => JSON.stringify({ ...identity, sourceIp: [sourceIp] }),
    ...(fields && { fields }),
  };
};
