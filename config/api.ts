/** The GraphQL API itself, as the CDK app deploys it and the twin enforces it. */
export const api = {
  name: 'MyFilesApi',
  runtime: { name: 'APPSYNC_JS', version: '1.0.0' },
  /** The default mode comes first; IAM is for internal calls. */
  authModes: ['AMAZON_COGNITO_USER_POOLS', 'AWS_IAM'],
  /** How deep a query may nest, 1 to 75; a stage that answers introspection allows more. */
  queryDepthLimit: 10,
  /** How many resolvers one request may run, 1 to 10,000. */
  resolverCountLimit: 50,
} as const;
