import type { Settings } from '../settings';
import type { Grant, Group, User } from '../store/rows';
import { attributesInScope } from './scopes';

/** What the claims of a token are made from. */
export interface TokenContent {
  readonly jti: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly user: User;
  readonly grant: Grant;
  /** The user's groups, the most important first. */
  readonly groups: readonly Group[];
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
export const accessClaims = (settings: Settings, { jti, issuedAt, user, grant, groups }: TokenContent) => ({
  sub: user.id,
  ...groupClaims(groups),
  iss: settings.issuer,
  client_id: grant.clientId,
  origin_jti: grant.id,
  event_id: grant.eventId,
  token_use: 'access',
  scope: grant.scope,
  auth_time: Math.floor(grant.signedInAt / 1000),
  exp: issuedAt + settings.client.accessTokenMinutes * 60,
  iat: issuedAt,
  jti,
  username: user.id,
});

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html */
export const idClaims = (settings: Settings, { jti, issuedAt, user, grant, groups }: TokenContent) => ({
  ...attributeClaims(attributesInScope(settings.client, user, grant.scope)),
  ...groupClaims(groups),
  ...roleClaims(groups),
  sub: user.id,
  iss: settings.issuer,
  'cognito:username': user.id,
  origin_jti: grant.id,
  aud: grant.clientId,
  event_id: grant.eventId,
  token_use: 'id',
  auth_time: Math.floor(grant.signedInAt / 1000),
  exp: issuedAt + settings.client.idTokenMinutes * 60,
  iat: issuedAt,
  jti,
});

const groupClaims = (groups: readonly Group[]) =>
  groups.length === 0 ? {} : { 'cognito:groups': groups.map((group) => group.id) };

const roleClaims = (groups: readonly Group[]) => {
  const roles = groups.flatMap((group) => group.roleArn ?? []);
  return roles.length === 0 ? {} : { 'cognito:roles': roles, 'cognito:preferred_role': roles[0] };
};

/** In a token, `email_verified` and `phone_number_verified` are booleans; everywhere else they are strings. */
const attributeClaims = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, name.endsWith('_verified') ? value === 'true' : value]),
  );
