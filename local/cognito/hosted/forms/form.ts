import type { AuthorizationRequest } from '../oauth/authorizationRequest';
import type { Hosted } from '../hosted';
import type { Frame } from '../pages/frame';
import type { Html } from '../pages/html';
import type { HostedAnswer } from '../web/answer';
import type { HostedRequest } from '../web/request';

/** Somebody at one of the pages, on the way to a client. */
export interface Visit {
  readonly request: HostedRequest;
  readonly authorization: AuthorizationRequest;
  readonly frame: Frame;
  /** Answers with a page. */
  readonly show: (page: Html, status?: number) => HostedAnswer;
}

/** A page with a form, and what sending it does. */
export interface Form {
  /** The page: on arrival, and again with the fields as they were sent when the pool refuses them. */
  readonly page: (hosted: Hosted, visit: Visit) => Html;
  /** Does what the form is for; rejects with a CognitoError for a person's mistake. */
  readonly submit: (hosted: Hosted, visit: Visit) => Promise<HostedAnswer>;
}

/** A field as it was sent, without blanks around it; undefined if it is empty. */
export const field = ({ request }: Visit, name: string): string | undefined => {
  const value = request.form.get(name)?.trim() ?? '';
  return value === '' ? undefined : value;
};

/** The same visit with something to tell on the next page. */
export const telling = (visit: Visit, kind: 'problem' | 'notice', text: string): Visit => ({
  ...visit,
  frame: { ...visit.frame, message: { kind, text } },
});
