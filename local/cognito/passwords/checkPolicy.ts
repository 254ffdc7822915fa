import type { PasswordPolicy } from '../descriptions';
import { invalidPassword } from '../errors';

/**
 * Refuses a password that breaks the pool's policy. What counts as a symbol is defined on
 * https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 */
export const checkPolicy = (policy: PasswordPolicy, password: string): void => {
  const broken = rules.find(([applies, holds]) => applies(policy) && !holds(password, policy));
  if (broken) throw invalidPassword(broken[2]);
};

const rules: readonly (readonly [
  applies: (policy: PasswordPolicy) => boolean,
  holds: (password: string, policy: PasswordPolicy) => boolean,
  message: string,
])[] = [
  [() => true, (password, policy) => password.length >= policy.minimumLength, 'Password not long enough'],
  [
    (policy) => policy.requireLowercase,
    (password) => /[a-z]/.test(password),
    'Password must have lowercase characters',
  ],
  [
    (policy) => policy.requireUppercase,
    (password) => /[A-Z]/.test(password),
    'Password must have uppercase characters',
  ],
  [(policy) => policy.requireNumbers, (password) => /[0-9]/.test(password), 'Password must have numeric characters'],
  [(policy) => policy.requireSymbols, (password) => symbol.test(password), 'Password must have symbol characters'],
];

const symbol = /[\^$*.[\]{}()?\-"!@#%&/\\,><':;|_~`+= ]/;
