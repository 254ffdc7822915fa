import { required, type Environment } from './environment';

/** The credentials of the function's role, as Lambda puts them into the environment. */
export const credentialsOf = (environment: Environment) => {
  const sessionToken = environment['AWS_SESSION_TOKEN'];
  return {
    accessKeyId: required(environment, 'AWS_ACCESS_KEY_ID'),
    secretAccessKey: required(environment, 'AWS_SECRET_ACCESS_KEY'),
    ...(sessionToken ? { sessionToken } : {}),
  };
};
