import type { PasswordPolicy } from '../../descriptions';
import { html, type Html } from './html';

/** The e-mail address, which is the user name. */
export const emailField = (value: string | undefined): Html =>
  html` <label for="username">E-mail address</label>
    <input
      id="username"
      name="username"
      type="email"
      value="${value}"
      required
      maxlength="128"
      autocomplete="username"
      autocapitalize="none"
      spellcheck="false"
      ${value ? undefined : html` autofocus`}
    />`;

/** The person's current password. */
export const passwordField = (): Html =>
  html` <label for="password">Password</label>
    <input id="password" name="password" type="password" required maxlength="256" autocomplete="current-password" />`;

/** The person's new password. */
export const newPasswordField = (policy: PasswordPolicy): Html =>
  html` <label for="password">New password</label>
    <input
      id="password"
      name="password"
      type="password"
      required
      maxlength="256"
      autocomplete="new-password"
      aria-describedby="policy"
    />
    <p class="hint" id="policy">${policyInWords(policy)}</p>`;

/** A code of six digits, from a message or from an authenticator app. */
export const codeField = (): Html =>
  html` <label for="code">Code</label>
    <input id="code" name="code" inputmode="numeric" required maxlength="16" autocomplete="one-time-code" />`;

/** The submit button. */
export const button = (text: string): Html => html` <button type="submit">${text}</button>`;

/** `At least 12 characters, with a lower-case letter, … and a symbol.` */
const policyInWords = (policy: PasswordPolicy): string => {
  const classes = [
    ...(policy.requireLowercase ? ['a lower-case letter'] : []),
    ...(policy.requireUppercase ? ['an upper-case letter'] : []),
    ...(policy.requireNumbers ? ['a digit'] : []),
    ...(policy.requireSymbols ? ['a symbol'] : []),
  ];
  const last = classes.pop();
  const listed = classes.length === 0 ? last : `${classes.join(', ')} and ${last ?? ''}`;
  return `At least ${policy.minimumLength} characters${listed === undefined ? '' : `, with ${listed}`}.`;
};
