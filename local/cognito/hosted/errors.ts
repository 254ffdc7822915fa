/** A posted body that is not a readable form. */
export class UnreadableForm extends Error {
  override readonly name = 'UnreadableForm';

  constructor(
    message: string,
    readonly status: 400 | 413 = 400,
  ) {
    super(message);
  }
}

/** A form that was not sent from one of this server's pages in the same browser. */
export class ForgedForm extends Error {
  override readonly name = 'ForgedForm';

  constructor() {
    super('This page was open too long, or cookies are turned off. Please try again.');
  }
}

/**
 * An authorization request whose client or redirect URI is not registered. It is shown to the person and never sent
 * on by redirect, because the address may be an attacker's. RFC 6749, 4.1.2.1
 */
export class UntrustedRequest extends Error {
  override readonly name = 'UntrustedRequest';
}

/** RFC 6749, 4.1.2.1 and 5.2; OpenID Connect Core 1.0, 3.1.2.6; RFC 6750, 3.1; RFC 7009, 2.2.1 */
export type OAuthErrorName =
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'invalid_token'
  | 'login_required'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'unsupported_token_type';

/** An OAuth error, answered as JSON. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';

  constructor(
    readonly error: OAuthErrorName,
    description: string,
    readonly status: 400 | 401 = 400,
  ) {
    super(description);
  }
}

/** An OAuth error that the client receives by redirect to its (registered) address. */
export class AuthorizationRefused extends Error {
  override readonly name = 'AuthorizationRefused';

  constructor(
    readonly error: OAuthErrorName,
    description: string,
    readonly returnTo: { readonly redirectUri: string; readonly state: string | undefined },
  ) {
    super(description);
  }
}
