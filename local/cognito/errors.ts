/** The configuration describes a pool that the twin does not support. */
export class UnsupportedPool extends Error {
  override readonly name = 'UnsupportedPool';

  constructor(what: string) {
    super(`The local user pool does not support ${what}.`);
  }
}

/** A refusal in Cognito's words; `name` is sent as `__type`. */
export class CognitoError extends Error {
  constructor(
    override readonly name: CognitoErrorName,
    message: string,
    readonly statusCode = 400,
  ) {
    super(message);
  }
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html and each operation's page. */
export type CognitoErrorName =
  | 'AliasExistsException'
  | 'CodeMismatchException'
  | 'EnableSoftwareTokenMFAException'
  | 'ExpiredCodeException'
  | 'GroupExistsException'
  | 'InternalErrorException'
  | 'InvalidParameterException'
  | 'InvalidPasswordException'
  | 'LimitExceededException'
  | 'MissingAuthenticationTokenException'
  | 'NotAuthorizedException'
  | 'NotImplementedException'
  | 'PasswordResetRequiredException'
  | 'RequestEntityTooLargeException'
  | 'ResourceNotFoundException'
  | 'SerializationException'
  | 'SoftwareTokenMFANotFoundException'
  | 'UnauthorizedException'
  | 'UnknownOperationException'
  | 'UnsupportedOperationException'
  | 'UnsupportedTokenTypeException'
  | 'UnsupportedUserStateException'
  | 'UserNotConfirmedException'
  | 'UserNotFoundException'
  | 'UsernameExistsException';

/** The body is not JSON, or a member's JSON type differs from Cognito's model. */
export const malformed = (message: string) => new CognitoError('SerializationException', message);

/** A parameter that Cognito's model or the pool's rules do not allow. */
export const invalidParameter = (message: string) => new CognitoError('InvalidParameterException', message);

/** A refusal that a client may show: wrong password, expired or revoked token, attempts exceeded. */
export const notAuthorized = (message: string) => new CognitoError('NotAuthorizedException', message);

/** The session is for another step or user, or was already used. */
export const invalidSession = () => notAuthorized('Invalid session for the user.');

/** The refresh token is unknown, or not this client's. */
export const invalidRefreshToken = () => notAuthorized('Invalid Refresh Token');

/** The status of the user's account allows no confirmation. */
export const notConfirmable = (status: string) =>
  notAuthorized(`User cannot be confirmed. Current status is ${status}`);

/** The status of the user's account allows no reset of the password. */
export const notResettable = () => notAuthorized('User password cannot be reset in the current state.');

/** An operation on the second factor was called with neither of the two that name its user. */
export const tokenOrSessionRequired = () => invalidParameter('Either an access token or a session is required.');

/** The one answer to a wrong password and, when the client hides existence, to an unknown user. */
export const incorrectLogin = () => notAuthorized('Incorrect username or password.');

/** An unknown user, admitted to administrators and through clients that do not hide existence. */
export const userNotFound = () => new CognitoError('UserNotFoundException', 'User does not exist.');

/** A user whom an administrator disabled; used only where it reveals nothing. */
export const userDisabled = () => notAuthorized('User is disabled.');

/** The address belongs to another account. */
export const usernameExists = (message: string) => new CognitoError('UsernameExistsException', message);

/** The address was never confirmed; the answer is the same for a wrong password. */
export const userNotConfirmed = () => new CognitoError('UserNotConfirmedException', 'User is not confirmed.');

/** The code is not the one that was sent. */
export const codeMismatch = (message = 'Invalid verification code provided, please try again.') =>
  new CognitoError('CodeMismatchException', message);

/** The code has expired, or none was sent. */
export const expiredCode = (message = 'Invalid code provided, please request a code again.') =>
  new CognitoError('ExpiredCodeException', message);

/** Too many attempts or too many messages. */
export const attemptLimitExceeded = () =>
  new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');

/** The pool's policy refuses the password; `rule` says why. */
export const invalidPassword = (rule: string) =>
  new CognitoError('InvalidPasswordException', `Password did not conform with policy: ${rule}`);

/** The pool, client or group does not exist. */
export const resourceNotFound = (message: string) => new CognitoError('ResourceNotFoundException', message);
