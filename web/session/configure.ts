import { Amplify, type ResourcesConfig } from 'aws-amplify';
import { parseAmplifyConfig, sessionStorage } from 'aws-amplify/utils';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';

/** What the page knows of the place it runs at, besides what Amplify was told. */
export interface Configuration {
  /** Where confirmation codes arrive; only the twin has it. */
  readonly mailbox?: string;
  /** Whether people can sign in by the pool's own pages. */
  readonly hasHostedSignIn: boolean;
}

/**
 * Reads `/amplify_outputs.json`, which lies beside the built page and differs from stage to stage. In the twin it holds
 * Amplify's own configuration, the only form that can name a local user pool, and `custom.mailbox`. Tokens are kept as long as
 * the tab, docs/decisions/0011-tokens-of-the-page.md.
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
 * Amplify turns both `http://` and `https://` into `wss://` for subscriptions. It looks for lower case: spelt like this,
 * a twin whose certificate the browser does not trust is reached by plain `ws://`.
 */
const plainRealtime = (resources: ResourcesConfig): ResourcesConfig => {
  const { GraphQL } = resources.API ?? {};
  if (!GraphQL) return resources;
  const endpoint = GraphQL.endpoint.replace(/^http:/, 'HTTP:');
  return { ...resources, API: { ...resources.API, GraphQL: { ...GraphQL, endpoint } } };
};
