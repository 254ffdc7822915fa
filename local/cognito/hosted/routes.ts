import { answerPreflight } from '../http/cors';
import type { Route } from '../http/routes';
import type { Services } from '../services';
import { confirm } from './forms/confirm';
import type { Form } from './forms/form';
import { forgotPassword } from './forms/forgotPassword';
import { login } from './forms/login';
import { ownPassword } from './forms/ownPassword';
import { resetPassword } from './forms/resetPassword';
import { secondFactor } from './forms/secondFactor';
import { setUpSecondFactor } from './forms/setUpSecondFactor';
import { signUp } from './forms/signUp';
import { showForm, takeForm } from './forms/visitForm';
import { createHosted, type Hosted } from './hosted';
import { authorize } from './oauth/authorize';
import { logout } from './oauth/logout';
import { revoke } from './oauth/revoke';
import { token } from './oauth/token';
import { userInfo } from './oauth/userInfo';
import { stylesheet, stylesheetPath } from './pages/stylesheet';
import { refusalAsJson, refusalAsPage } from './refusals';
import type { HostedAnswer } from './web/answer';
import { answering } from './web/answering';
import type { HostedRequest } from './web/request';

type Handler = (hosted: Hosted, request: HostedRequest) => HostedAnswer | Promise<HostedAnswer>;

const forms: Readonly<Record<string, Form>> = {
  '/login': login,
  '/mfa': secondFactor,
  '/mfaSetup': setUpSecondFactor,
  '/newPassword': ownPassword,
  '/signup': signUp,
  '/confirm': confirm,
  '/forgotPassword': forgotPassword,
  '/confirmForgotPassword': resetPassword,
};

const pages: Readonly<Record<string, Handler>> = {
  'GET /oauth2/authorize': authorize,
  'GET /logout': logout,
  ...Object.fromEntries(Object.entries(forms).map(([path, form]) => [`GET ${path}`, showForm(form)])),
  ...Object.fromEntries(Object.entries(forms).map(([path, form]) => [`POST ${path}`, takeForm(form)])),
};

const endpoints: Readonly<Record<string, Handler>> = {
  'POST /oauth2/token': token,
  'POST /oauth2/revoke': revoke,
  'GET /oauth2/userInfo': userInfo,
};

/** The hosted pages and the OAuth endpoints, by method and path. */
export const createHostedRoutes = (services: Services): ReadonlyMap<string, Route> => {
  const hosted = createHosted(services);
  const people = (handler: Handler): Route => ({
    isCrossOrigin: false,
    answer: answering(
      (request) => handler(hosted, request),
      (error, url) => refusalAsPage(hosted, error, url),
    ),
  });
  const programs = (handler: Handler): Route => ({
    isCrossOrigin: true,
    answer: answering((request) => handler(hosted, request), refusalAsJson),
  });
  return new Map([
    ...Object.entries(pages).map(([name, handler]) => [name, people(handler)] as const),
    ...Object.entries(endpoints).map(([name, handler]) => [name, programs(handler)] as const),
    ['OPTIONS /oauth2/userInfo', bearerPreflight] as const,
    [`GET ${stylesheetPath}`, people(() => styles)] as const,
  ]);
};

/** Pages of any origin may send `authorization` here: it carries a bearer token and signs no operation. */
const bearerPreflight: Route = {
  isCrossOrigin: true,
  answer: (_, response) => answerPreflight(response, ['authorization']),
};

const styles: HostedAnswer = {
  status: 200,
  headers: {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=3600',
    'x-content-type-options': 'nosniff',
  },
  body: stylesheet,
};
