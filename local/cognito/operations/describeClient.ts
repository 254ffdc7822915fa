import {
  ExplicitAuthFlowsType,
  OAuthFlowType,
  type UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Settings } from '../settings';

/** The app client as DescribeUserPoolClient answers it. */
export const describeClient = ({ poolId, clientId, client }: Settings): UserPoolClientType => ({
  UserPoolId: poolId,
  ClientId: clientId,
  ClientName: client.name,
  ExplicitAuthFlows: Object.values(ExplicitAuthFlowsType).filter((flow) => client.explicitAuthFlows.includes(flow)),
  AllowedOAuthFlowsUserPoolClient: client.oauth.flows.length > 0,
  AllowedOAuthFlows: Object.values(OAuthFlowType).filter((flow) => client.oauth.flows.includes(flow)),
  AllowedOAuthScopes: [...client.oauth.scopes],
  CallbackURLs: [...client.oauth.callbackUrls],
  LogoutURLs: [...client.oauth.logoutUrls],
  AccessTokenValidity: client.accessTokenMinutes,
  IdTokenValidity: client.idTokenMinutes,
  RefreshTokenValidity: client.refreshTokenDays,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' },
  AuthSessionValidity: client.authSessionMinutes,
  EnableTokenRevocation: client.enableTokenRevocation,
  PreventUserExistenceErrors: client.preventUserExistenceErrors ? 'ENABLED' : 'LEGACY',
  ReadAttributes: [...client.readAttributes],
  WriteAttributes: [...client.writeAttributes],
});
