import { BadRequest } from '../errors';

/** Rejects a mock context whose identity has members that no real identity has, as the service does. */
export const checkMockContext = ({ identity }: Readonly<Record<string, unknown>>): void => {
  if (isIdentity(identity)) return;
  throw new BadRequest('The following properties in your mock context object failed validation: ctx.identity');
};

const isIdentity = (identity: unknown): boolean => {
  if (identity === undefined || identity === null) return true;
  return (
    typeof identity === 'object' &&
    !Array.isArray(identity) &&
    Object.keys(identity).every((name) => members.includes(name))
  );
};

// The members of the IAM, user pool, OIDC and Lambda identities:
// https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html
const members: readonly string[] = [
  ...[
    'accountId',
    'cognitoIdentityAuthProvider',
    'cognitoIdentityAuthType',
    'cognitoIdentityId',
    'cognitoIdentityPoolId',
  ],
  ...['sourceIp', 'username', 'userArn', 'claims', 'defaultAuthStrategy', 'groups', 'issuer', 'sub', 'resolverContext'],
];
