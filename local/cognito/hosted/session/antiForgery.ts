import { randomBytes } from 'node:crypto';
import { isSameSecret } from '../../../isSameSecret';
import type { Sealing } from '../../signIn/sealing';
import { ForgedForm } from '../errors';
import { writeCookie } from '../web/cookies';
import type { HostedRequest } from '../web/request';

/** Cognito's names. */
export const tokenField = '_csrf';
const cookieName = 'XSRF-TOKEN';

/** What a page needs so that its form is taken. */
export interface FormToken {
  readonly field: string;
  /** To be set with the page, when the browser has none yet. */
  readonly cookies: readonly string[];
}

/** Tells forms of our own pages from those of others: a secret in a cookie, and in the form a proof made of it. */
export interface AntiForgery {
  readonly tokenFor: (request: HostedRequest) => FormToken;
  /** Throws ForgedForm unless the form is from a page of ours in this browser. */
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
