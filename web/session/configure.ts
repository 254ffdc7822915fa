import { Amplify, type ResourcesConfig } from 'aws-amplify';
import { parseAmplifyConfig, sessionStorage } from 'aws-amplify/utils';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';

/** What the page knows about its stage, besides Amplify's configuration. */
export interface Configuration {
  /** URL of the mailbox that receives confirmation codes; only in the twin. */
  readonly mailbox?: string;
  /** Whether people can sign in through the pool's hosted pages. */
  readonly hasHostedSignIn: boolean;
}

/**
 * Reads `/amplify_outputs.json`, which is served beside the built page and differs from stage to stage. In the twin it
 * holds `custom.mailbox` and Amplify's own configuration, the only format that can name a local user pool. Tokens live
 * as long as the tab: docs/decisions/0011-tokens-of-the-page.md.
 */
export const configure = async (): Promise<Configuration> => {
  const answer = await fetch('/amplify_outputs.json', { cache: 'no-store' });
  const file = JSON.parse(await answer.text());
  const resources = plainRealtime(parseAmplifyConfig(file));
  Amplify.configure(resources);
  cognitoUserPoolsTokenProvider.setKeyValueStorage(sessionStorage);
  return {
    mailbox: file.custom?.mailbox,
    hasHostedSignIn: resources.Auth?.Cognito.loginWith?.oauth !== undefined,
  };
};

/**
 * Amplify turns both `http://` and `https://` into `wss://` for subscriptions, but matches lower case only. Spelt
 * `HTTP:`, the endpoint is reached by plain `ws://`, so the browser need not trust the twin's certificate.
 */
const plainRealtime = (resources: ResourcesConfig): ResourcesConfig => {
  const { GraphQL } = resources.API ?? {};
  if (!GraphQL) return resources;
  const endpoint = GraphQL.endpoint.replace(/^http:/, 'HTTP:');
  return { ...resources, API: { ...resources.API, GraphQL: { ...GraphQL, endpoint } } };
};
