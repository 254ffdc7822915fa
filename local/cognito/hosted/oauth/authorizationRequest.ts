import type { Settings } from '../../settings';
import { scopesIn } from '../../tokens/scopes';
import { AuthorizationRefused, UntrustedRequest, type OAuthErrorName } from '../errors';
import { readParameter } from './parameters';
import { isChallenge } from './proofKey';

/** A client's request, once the client is known and its redirect URI is registered. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly scope: string;
  readonly codeChallenge: string | undefined;
  readonly nonce: string | undefined;
  readonly prompts: readonly string[];
  readonly loginHint: string | undefined;
}

/**
 * Reads an authorization request. An unknown client or redirect URI throws UntrustedRequest; any other mistake throws
 * AuthorizationRefused, which the client gets to see.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export const readAuthorizationRequest = (settings: Settings, query: URLSearchParams): AuthorizationRequest => {
  const trusted = (name: string) => readParameter(query, name, (problem) => new UntrustedRequest(`${problem}.`));
  const clientId = trusted('client_id');
  const redirectUri = trusted('redirect_uri');
  if (clientId !== settings.clientId) throw new UntrustedRequest('The client_id is not that of an app client.');
  if (redirectUri === undefined || !settings.client.oauth.callbackUrls.includes(redirectUri)) {
    throw new UntrustedRequest('The redirect_uri is not a callback URL of this app client.');
  }

  const [state, ...states] = query.getAll('state');
  const returnTo = { redirectUri, state: states.length === 0 ? state : undefined };
  const refused = (error: OAuthErrorName, description: string) =>
    new AuthorizationRefused(error, description, returnTo);
  if (states.length > 0) throw refused('invalid_request', 'state is given twice');
  const read = (name: string) => readParameter(query, name, (description) => refused('invalid_request', description));

  checkResponseType(settings, read('response_type'), refused);
  checkProvider([read('identity_provider'), read('idp_identifier')], refused);
  return {
    clientId,
    redirectUri,
    state,
    scope: readScope(settings, read('scope'), refused),
    codeChallenge: readCodeChallenge(read('code_challenge'), read('code_challenge_method'), refused),
    nonce: read('nonce'),
    prompts: scopesIn(read('prompt') ?? ''),
    loginHint: read('login_hint'),
  };
};

type Refused = (error: OAuthErrorName, description: string) => AuthorizationRefused;

const checkResponseType = ({ client }: Settings, responseType: string | undefined, refused: Refused): void => {
  if (responseType === undefined) throw refused('invalid_request', 'response_type is missing');
  if (responseType !== 'code') throw refused('unsupported_response_type', 'response_type must be code');
  if (!client.oauth.flows.includes('code')) throw refused('unauthorized_client', 'the code grant is not allowed');
};

const checkProvider = (names: readonly (string | undefined)[], refused: Refused): void => {
  const foreign = names.find((name) => name !== undefined && name !== 'COGNITO');
  if (foreign !== undefined) throw refused('invalid_request', 'this user pool has no other identity provider');
};

/** A request without scopes gets all that the client is allowed. */
const readScope = ({ client }: Settings, scope: string | undefined, refused: Refused): string => {
  const { scopes } = client.oauth;
  const asked = [...new Set(scopesIn(scope ?? ''))];
  if (asked.length === 0) return scopes.join(' ');
  if (asked.some((name) => !scopes.includes(name))) throw refused('invalid_scope', 'a scope is not allowed');
  return asked.join(' ');
};

const readCodeChallenge = (challenge: string | undefined, method: string | undefined, refused: Refused) => {
  if (challenge === undefined && method === undefined) return undefined;
  if (challenge === undefined) throw refused('invalid_request', 'code_challenge is missing');
  // An omitted method means `plain`, which Cognito does not accept.
  if (method !== 'S256') throw refused('invalid_request', 'code_challenge_method must be S256');
  if (!isChallenge(challenge)) throw refused('invalid_request', 'code_challenge is not a SHA-256 in base64url');
  return challenge;
};
