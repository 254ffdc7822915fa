import type { JsonObject } from '../../json';
import { onDemand } from '../../onDemand';
import type { Caller } from './caller';

/** A caller whose token expires. */
export interface UserPoolCaller extends Caller {
  readonly expiresAt: number;
}

/**
 * The caller of a verified token, with the identity object of
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html.
 */
export const userPoolCaller = (claims: JsonObject, expiresAt: number): UserPoolCaller => {
  const groups = groupsOf(claims);
  // All but the IP address is the same in every request with this token, so it is serialized once.
  const around = onDemand(() => aroundSourceIp(claims, groups));
  return {
    mode: 'AMAZON_COGNITO_USER_POOLS',
    groups: groups ?? [],
    identity: (sourceIp) => {
      const [start, end] = around();
      return `${start},"sourceIp":[${JSON.stringify(sourceIp)}],${end}`;
    },
    expiresAt,
  };
};

const aroundSourceIp = (claims: JsonObject, groups: readonly string[] | null): readonly [string, string] => [
  JSON.stringify({ claims, defaultAuthStrategy: 'ALLOW', groups, issuer: claims.iss }).slice(0, -1),
  JSON.stringify({ sub: claims.sub, username: usernameOf(claims) }).slice(1),
];

const groupsOf = (claims: JsonObject): readonly string[] | null => {
  const groups = claims['cognito:groups'];
  return Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : null;
};

const usernameOf = (claims: JsonObject): unknown => claims.username ?? claims['cognito:username'] ?? claims.sub;
