import type { AuthorizationRequest } from '../oauth/authorizationRequest';
import type { Hosted } from '../hosted';
import type { Frame } from '../pages/frame';
import type { Html } from '../pages/html';
import type { HostedAnswer } from '../web/answer';
import type { HostedRequest } from '../web/request';

/** A person's request to one of the pages, within the authorization request of a client. */
export interface Visit {
  readonly request: HostedRequest;
  readonly authorization: AuthorizationRequest;
  readonly frame: Frame;
  /** Answers with a page. */
  readonly show: (page: Html, status?: number) => HostedAnswer;
}

/** A page with a form, and what submitting it does. */
export interface Form {
  /** The page, on arrival and again, with the submitted fields, when the pool refuses them. */
  readonly page: (hosted: Hosted, visit: Visit) => Html;
  /** Handles the submitted form; rejects with a CognitoError for a person's mistake. */
  readonly submit: (hosted: Hosted, visit: Visit) => Promise<HostedAnswer>;
}

/** A submitted field, trimmed; undefined if it is missing or empty. */
export const field = ({ request }: Visit, name: string): string | undefined => {
  const value = request.form.get(name)?.trim() ?? '';
  return value === '' ? undefined : value;
};

/** The same visit, with a message to show on the next page. */
export const telling = (visit: Visit, kind: 'problem' | 'notice', text: string): Visit => ({
  ...visit,
  frame: { ...visit.frame, message: { kind, text } },
});
