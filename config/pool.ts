/** The user pool, as the CDK app deploys it and the twin enforces it. */
export const pool = {
  name: 'MyAppUserPool',
  /** People sign in with a verified e-mail address; case does not matter. */
  usernameAttributes: ['email'],
  autoVerifiedAttributes: ['email'],
  /** A new address takes effect once its code is confirmed; until then the old one stays. */
  attributesRequireVerificationBeforeUpdate: ['email'],
  usernameCaseSensitive: false,
  passwordPolicy: {
    minimumLength: 12,
    requireLowercase: true,
    requireUppercase: true,
    requireNumbers: true,
    requireSymbols: true,
    temporaryPasswordValidityDays: 7,
  },
  mfa: 'OPTIONAL',
  groups: [],
} as const;

/** The pool's one app client: public, so it has no secret. */
export const poolClient = {
  name: 'MyAppClient',
  /** SRP, choice-based sign-in (with SRP or the password itself), and refresh; not USER_PASSWORD_AUTH. */
  explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  oauth: {
    flows: ['code'],
    scopes: ['email', 'openid', 'profile'],
    callbackUrls: ['http://localhost:8000'],
    logoutUrls: ['http://localhost:8000'],
  },
  accessTokenMinutes: 60,
  idTokenMinutes: 60,
  refreshTokenDays: 5,
  authSessionMinutes: 3,
  enableTokenRevocation: true,
  preventUserExistenceErrors: true,
  readAttributes: ['email', 'email_verified', 'name'],
  writeAttributes: ['email', 'name'],
} as const;
