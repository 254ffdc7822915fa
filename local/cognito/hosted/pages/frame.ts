import { tokenField } from '../session/antiForgery';
import { html, type Html } from './html';
import type { Message } from './layout';

/** What every page with a form needs besides its own fields. */
export interface Frame {
  /** The authorization request as a query string, passed on from page to page. */
  readonly search: string;
  readonly formToken: string;
  readonly message?: Message;
}

/** A form that posts to a path, with the authorization request and the anti-forgery token. */
export const form = (frame: Frame, path: string, fields: Html): Html =>
  html` <form method="post" action="${target(frame, path)}">
    <input type="hidden" name="${tokenField}" value="${frame.formToken}" />
    ${fields}
  </form>`;

/** A link to another of the pages. */
export const link = (frame: Frame, path: string, text: string): Html =>
  html`<a href="${target(frame, path)}">${text}</a>`;

/** A hidden field. */
export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

const target = ({ search }: Frame, path: string) => `${path}?${search}`;
