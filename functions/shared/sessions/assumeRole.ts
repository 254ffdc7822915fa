import { SignatureV4 } from '@smithy/signature-v4';
import { credentialsOf } from '../credentials';
import { required, type Environment } from '../environment';
import { Sha256 } from '../sha256';
import { waitAbout } from '../waitAbout';
import { SessionRefused, StsUnreachable } from './errors';
import { postForm } from './postForm';
import { readSession, type Session } from './readSession';

/** Begins a session of one hour for a person: STS's default, and the maximum when a role assumes a role. */
export type AssumeRole = (owner: string) => Promise<Session>;

/** Pauses before transient failures are retried. */
const pausesMilliseconds = [50, 200];

/**
 * Assumes the function's session role, tagged with the owner, by calling STS directly: the SDK's client would be larger
 * than all the rest of a function that signs.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export const createAssumeRole = (environment: Environment, now: () => number): AssumeRole => {
  const region = required(environment, 'AWS_REGION');
  const url = new URL(environment['AWS_ENDPOINT_URL_STS'] || `https://sts.${region}.amazonaws.com/`);
  const roleArn = required(environment, 'SESSION_ROLE_ARN');
  const signer = new SignatureV4({ service: 'sts', region, credentials: credentialsOf(environment), sha256: Sha256 });

  const assume = async (owner: string): Promise<Session> => {
    const body = formOf(roleArn, owner);
    const { headers } = await signer.sign(
      {
        method: 'POST',
        protocol: url.protocol,
        hostname: url.hostname,
        path: url.pathname,
        query: {},
        headers: { host: url.host, 'content-type': 'application/x-www-form-urlencoded' },
        body,
      },
      { signingDate: new Date(now()) },
    );
    return readSession(await postForm(url, headers, body));
  };
  return (owner) => persist(() => assume(owner), pausesMilliseconds);
};

/** AWS's logs show the owner as the session's name. */
const formOf = (RoleArn: string, owner: string): string =>
  new URLSearchParams({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn,
    RoleSessionName: owner,
    'Tags.member.1.Key': 'owner',
    'Tags.member.1.Value': owner,
  }).toString();

const persist = async <Result>(job: () => Promise<Result>, [pause, ...later]: readonly number[]): Promise<Result> => {
  try {
    return await job();
  } catch (error) {
    if (pause === undefined || !passes(error)) throw error;
    await waitAbout(pause);
    return persist(job, later);
  }
};

const passes = (error: unknown): boolean =>
  error instanceof StsUnreachable ||
  (error instanceof SessionRefused && (error.status >= 500 || error.code.startsWith('Throttling')));
