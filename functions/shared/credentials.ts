import { required, type Environment } from './environment';

/** What requests are signed with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Only in temporary credentials. */
  readonly sessionToken?: string;
}

/** The credentials of the function's role, as Lambda puts them into the environment. */
export const credentialsOf = (environment: Environment): Credentials => {
  const sessionToken = environment['AWS_SESSION_TOKEN'];
  return {
    accessKeyId: required(environment, 'AWS_ACCESS_KEY_ID'),
    secretAccessKey: required(environment, 'AWS_SECRET_ACCESS_KEY'),
    ...(sessionToken ? { sessionToken } : {}),
  };
};
