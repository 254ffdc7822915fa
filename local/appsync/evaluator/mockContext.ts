import { BadRequest } from './errors';

/** Refuses a mock context with members that no real one has, as the service does. */
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

// Of the identities of IAM, user pools, OIDC and Lambda:
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
