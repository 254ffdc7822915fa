import { isObject } from '../values';

/**
 * The authorization mode of a request, derived from the members of its identity; an identity that fits no other mode
 * means an API key. https://docs.aws.amazon.com/appsync/latest/devguide/utility-helpers-in-util-js.html
 */
export const authTypeOf = (identity: unknown): string => {
  if (!isObject(identity)) return apiKey;
  const names = Object.keys(identity).filter((name) => name !== 'groups');
  const kind = kinds.find(
    ({ members }) => names.length === members.length && members.every((name) => names.includes(name)),
  );
  return kind === undefined || (names.includes('sourceIp') && !Array.isArray(identity.sourceIp)) ? apiKey : kind.name;
};

const apiKey = 'API Key Authorization';

const kinds: readonly { readonly name: string; readonly members: readonly string[] }[] = [
  { name: 'Lambda Authorization', members: [] },
  { name: 'Lambda Authorization', members: ['resolverContext'] },
  {
    name: 'IAM Authorization',
    members: [
      ...['accountId', 'cognitoIdentityAuthProvider', 'cognitoIdentityAuthType', 'cognitoIdentityId'],
      ...['cognitoIdentityPoolId', 'sourceIp', 'userArn', 'username'],
    ],
  },
  {
    name: 'User Pool Authorization',
    members: ['claims', 'defaultAuthStrategy', 'issuer', 'sourceIp', 'sub', 'username'],
  },
  { name: 'Open ID Connect Authorization', members: ['claims', 'issuer', 'sub'] },
];
