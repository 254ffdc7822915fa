import type { CognitoError, CognitoErrorName } from '../../errors';

/** A refusal of the pool, worded for the person who reads the page. */
export const plainWords = ({ name, message }: CognitoError): string =>
  byMessage.find(([pattern]) => pattern.test(message))?.[1] ?? byName[name] ?? 'That did not work. Please try again.';

const tooMany = 'Too many attempts. Please wait a while, then try again.';

const byMessage: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^Password attempts exceeded/, tooMany],
  [/^Invalid session/, 'This took too long. Please sign in again.'],
  [/^User is disabled/, 'This account is turned off.'],
  [/^Temporary password has expired/, 'The temporary password is too old. Ask your administrator for a new one.'],
  [/^User password cannot be reset/, 'This account still has its temporary password. Sign in with that one.'],
  [/^Invalid code received for user/, 'This code is not right. Enter the one that your app shows now.'],
  [/already been used once/, 'This code was used before. Wait for the next one of your app.'],
  [/^Username should be an email/, 'Please enter an e-mail address.'],
  [/'username'/, 'Please enter an e-mail address.'],
  [/'password'|'newPassword'/, 'A password may not begin or end with a space, and not be empty.'],
  [/onfirmationCode'/, 'Please enter the code.'],
  [/Current status is CONFIRMED|already confirmed/, 'This address is confirmed already. You can sign in.'],
  [/not long enough/, 'The password is too short.'],
  [/lowercase/, 'The password needs a lower-case letter.'],
  [/uppercase/, 'The password needs an upper-case letter.'],
  [/numeric/, 'The password needs a digit.'],
  [/symbol/, 'The password needs a symbol.'],
];

const byName: Partial<Record<CognitoErrorName, string>> = {
  AliasExistsException: 'There is an account with this address already.',
  CodeMismatchException: 'This code is not right. Look for the newest message and try again.',
  EnableSoftwareTokenMFAException: 'This code is not right. Enter the one that your app shows now.',
  ExpiredCodeException: 'This code no longer works. Ask for a new one.',
  InvalidParameterException: 'Please check what you entered.',
  InvalidPasswordException: 'This password is too weak.',
  LimitExceededException: tooMany,
  NotAuthorizedException: 'The e-mail address or the password is wrong.',
  UserNotFoundException: 'There is no account with this address.',
  UsernameExistsException: 'There is an account with this address already. Sign in, or choose a new password.',
};
