import type {
  ExplicitAuthFlowsType,
  OAuthFlowType,
  UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Settings } from '../settings';

/** The app client as DescribeUserPoolClient returns it. */
export const describeClient = ({ poolId, clientId, client }: Settings): UserPoolClientType => ({
  UserPoolId: poolId,
  ClientId: clientId,
  ClientName: client.name,
  ExplicitAuthFlows: authFlows.filter((flow) => client.explicitAuthFlows.includes(flow)),
  AllowedOAuthFlowsUserPoolClient: client.oauth.flows.length > 0,
  AllowedOAuthFlows: oauthFlows.filter((flow) => client.oauth.flows.includes(flow)),
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

// Spelled out here: importing the SDK's enums at run time would slow down every start.
const authFlows: readonly ExplicitAuthFlowsType[] = [
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
];
const oauthFlows: readonly OAuthFlowType[] = ['client_credentials', 'code', 'implicit'];
