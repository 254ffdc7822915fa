import { randomBytes } from 'node:crypto';
import { isSameSecret } from '../../../isSameSecret';
import type { Sealing } from '../../signIn/sealing';
import { ForgedForm } from '../errors';
import { writeCookie } from '../web/cookies';
import type { HostedRequest } from '../web/request';

/** Both names are Cognito's. */
export const tokenField = '_csrf';
const cookieName = 'XSRF-TOKEN';

/** What a page needs for its form to be accepted. */
export interface FormToken {
  readonly field: string;
  /** Cookies to set with the page; empty if the browser already has one. */
  readonly cookies: readonly string[];
}

/** Tells this server's forms from foreign ones: a cookie holds a secret, the form a token derived from it. */
export interface AntiForgery {
  readonly tokenFor: (request: HostedRequest) => FormToken;
  /** Throws ForgedForm unless the form is from one of this server's pages in the same browser. */
  readonly check: (request: HostedRequest) => void;
}

export const createAntiForgery = (sealing: Pick<Sealing, 'derive'>): AntiForgery => {
  const proofOf = (secret: string) => sealing.derive(`form:${secret}`).toString('base64url');
  return {
    tokenFor: ({ cookies, isSecure }) => {
      const known = cookies.get(cookieName);
      const secret = known !== undefined && isSecret(known) ? known : randomBytes(24).toString('base64url');
      const cookie = writeCookie({ name: cookieName, value: secret, isSecure });
      return { field: proofOf(secret), cookies: known === secret ? [] : [cookie] };
    },
    check: ({ cookies, form, sentFrom, origin }) => {
      const isOurs = isSameSecret(proofOf(cookies.get(cookieName) ?? ''), form.get(tokenField) ?? '');
      if (!isOurs || !cookies.has(cookieName) || (sentFrom !== undefined && sentFrom !== origin))
        throw new ForgedForm();
    },
  };
};

const isSecret = (text: string) => /^[A-Za-z0-9_-]{32}$/.test(text);
