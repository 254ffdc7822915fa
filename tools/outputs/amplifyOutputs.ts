import { pool, poolClient } from '../../config/pool';

/** What a client must know about a deployed stage or the twin. */
export interface ClientFacts {
  readonly region: string;
  readonly graphql: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** The host of the hosted sign-in page, with its port if it has one. */
  readonly hostedUiDomain: string;
  /** The URLs to which the hosted page may redirect. */
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
}

/**
 * The content of amplify_outputs.json, for a deployed stage or the twin. The format has no field for a user pool's
 * endpoint.
 * https://docs.amplify.aws/react/reference/amplify_outputs/
 */
export const amplifyOutputs = (facts: ClientFacts) => ({
  version: '1.3',
  auth: {
    aws_region: facts.region,
    user_pool_id: facts.userPoolId,
    user_pool_client_id: facts.userPoolClientId,
    username_attributes: pool.usernameAttributes,
    // Required, since people sign in with it.
    standard_required_attributes: pool.usernameAttributes,
    user_verification_types: pool.autoVerifiedAttributes,
    password_policy: passwordPolicy,
    mfa_configuration: pool.mfa,
    mfa_methods: ['TOTP'],
    oauth: {
      identity_providers: [],
      domain: facts.hostedUiDomain,
      scopes: poolClient.oauth.scopes,
      redirect_sign_in_uri: facts.callbackUrls,
      redirect_sign_out_uri: facts.logoutUrls,
      response_type: 'code',
    },
  },
  data: {
    aws_region: facts.region,
    url: facts.graphql,
    default_authorization_type: 'AMAZON_COGNITO_USER_POOLS',
    authorization_types: ['AWS_IAM'],
  },
});

const passwordPolicy = {
  min_length: pool.passwordPolicy.minimumLength,
  require_lowercase: pool.passwordPolicy.requireLowercase,
  require_uppercase: pool.passwordPolicy.requireUppercase,
  require_numbers: pool.passwordPolicy.requireNumbers,
  require_symbols: pool.passwordPolicy.requireSymbols,
};
