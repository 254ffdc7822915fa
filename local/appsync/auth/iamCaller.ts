import type { Caller } from './caller';
import type { LimitedPrincipal } from './iamPrincipal';

/** The account that the twin's IAM callers belong to. */
const accountId = '000000000000';

type Limits = Pick<LimitedPrincipal, 'fields' | 'onField'>;

/**
 * The caller behind an access key, with the identity object of
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html.
 */
export const iamCaller = (accessKeyId: string, { fields, onField }: Limits = {}): Caller => {
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
    ...(fields && {
      allows: (coordinate) => {
        onField?.(coordinate);
        return fields.includes(coordinate);
      },
    }),
  };
};
