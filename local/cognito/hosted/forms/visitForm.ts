import { CognitoError } from '../../errors';
import type { Hosted } from '../hosted';
import { readAuthorizationRequest } from '../oauth/authorizationRequest';
import { plainWords } from '../pages/plainWords';
import type { HostedAnswer } from '../web/answer';
import { page } from '../web/page';
import type { HostedRequest } from '../web/request';
import { telling, type Form, type Visit } from './form';

/** Shows a form's page. */
export const showForm =
  (form: Form) =>
  (hosted: Hosted, request: HostedRequest): HostedAnswer => {
    const visit = arrive(hosted, request);
    return visit.show(form.page(hosted, visit));
  };

/** Handles a submitted form; a refusal of the pool is shown on the same page. */
export const takeForm =
  (form: Form) =>
  async (hosted: Hosted, request: HostedRequest): Promise<HostedAnswer> => {
    const visit = arrive(hosted, request);
    hosted.antiForgery.check(request);
    try {
      return await form.submit(hosted, visit);
    } catch (error) {
      if (!(error instanceof CognitoError)) throw error;
      return visit.show(form.page(hosted, telling(visit, 'problem', plainWords(error))), 400);
    }
  };

const arrive = (hosted: Hosted, request: HostedRequest): Visit => {
  const { settings } = hosted.services;
  const { field, cookies } = hosted.antiForgery.tokenFor(request);
  return {
    request,
    authorization: readAuthorizationRequest(settings, request.query),
    frame: { search: request.search, formToken: field },
    show: (content, status = 200) => page(content, { oauth: settings.client.oauth, status, cookies }),
  };
};
