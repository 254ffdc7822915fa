import type { Settings } from '../settings';

/**
 * The discovery document for token verifiers. `issuer` is in the form of the real service; the URLs have this server's
 * own origin.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export const discoveryDocument = ({ poolId, issuer }: Settings, origin: string) => ({
  id_token_signing_alg_values_supported: ['RS256'],
  issuer,
  authorization_endpoint: `${origin}/oauth2/authorize`,
  token_endpoint: `${origin}/oauth2/token`,
  userinfo_endpoint: `${origin}/oauth2/userInfo`,
  revocation_endpoint: `${origin}/oauth2/revoke`,
  end_session_endpoint: `${origin}/logout`,
  jwks_uri: `${origin}/${poolId}/.well-known/jwks.json`,
  response_types_supported: ['code', 'token'],
  scopes_supported: ['openid', 'email', 'phone', 'profile'],
  subject_types_supported: ['public'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
});
