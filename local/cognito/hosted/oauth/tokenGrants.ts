import { CognitoError } from '../../errors';
import { openIdScope, scopesIn } from '../../tokens/scopes';
import type { IssuedTokens } from '../../tokens/issueTokens';
import type { Grant } from '../../store/rows';
import { OAuthError } from '../errors';
import type { Hosted } from '../hosted';
import { provesKey } from './proofKey';

/** Reads a required parameter. */
export type Required = (name: string) => string;

/** The token endpoint's handlers, by grant type; each resolves to the response body. */
export const tokenGrants: Readonly<Record<string, (hosted: Hosted, form: TokenForm) => Promise<object>>> = {
  authorization_code: async (hosted, { required, optional }) => {
    const { codes, services } = hosted;
    const [code, redirectUri, verifier] = [required('code'), required('redirect_uri'), optional('code_verifier')];
    const authorization = await codes.take(code);
    if (authorization === undefined) {
      await undo(hosted, code);
      throw invalidGrant('the code is unknown, used or too old');
    }
    const { request, userId, signedInAt } = authorization;
    if (request.redirectUri !== redirectUri) throw invalidGrant('the redirect_uri is another one');
    if (!provesKey(request.codeChallenge, verifier)) throw invalidGrant('the code_verifier is not right');

    const { user, grant, refreshToken } = await services.store.transact((write) => {
      const found = services.store.users.get(userId);
      if (found === undefined || !found.isEnabled) throw invalidGrant('the user may not sign in');
      const created = services.grants.create(found, request.scope);
      const dated = { ...created.grant, signedInAt };
      write(services.store.grants.put(dated), codes.settle(authorization, dated.id));
      return { user: found, grant: dated, refreshToken: created.refreshToken };
    });
    const repeated = request.nonce === undefined ? {} : { nonce: request.nonce };
    return { ...answer(grant, await services.issueTokens(user, grant, repeated)), refresh_token: refreshToken };
  },

  refresh_token: async ({ services }, { required }) => {
    const grant = requireGrant(() => services.grants.require(required('refresh_token'), services.settings.clientId));
    const user = services.store.users.get(grant.userId);
    if (user === undefined || !user.isEnabled) throw invalidGrant('the user may not sign in');
    return answer(grant, await services.issueTokens(user, grant, {}));
  },
};

export interface TokenForm {
  readonly required: Required;
  readonly optional: (name: string) => string | undefined;
}

const invalidGrant = (description: string) => new OAuthError('invalid_grant', description);

/** The response body; it has an id token only if the grant's scope asks for one. */
const answer = (grant: Grant, tokens: IssuedTokens) => ({
  ...(isAboutIdentity(grant) ? { id_token: tokens.idToken } : {}),
  access_token: tokens.accessToken,
  token_type: 'Bearer',
  expires_in: tokens.expiresInSeconds,
});

/** `openid` asks for an id token; sign-ins through the API get one without it. */
const isAboutIdentity = ({ scope }: Grant) =>
  scopesIn(scope).some((name) => name === openIdScope || name === 'aws.cognito.signin.user.admin');

/** Revokes the grant made for a code that is used again: one of its two senders stole it. RFC 6749, 4.1.2 */
const undo = ({ codes, services: { store, grants } }: Hosted, code: string): Promise<void> =>
  store.transact((write) => {
    const grant = store.grants.get(codes.grantOf(code) ?? '');
    if (grant !== undefined && !grant.isRevoked) write(grants.revoke(grant));
  });

const requireGrant = (find: () => Grant): Grant => {
  try {
    return find();
  } catch (error) {
    throw error instanceof CognitoError ? invalidGrant(error.message) : error;
  }
};
