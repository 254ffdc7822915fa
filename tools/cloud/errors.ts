import { CommandFailed } from '../errors';

/** Nothing can be deployed from here, or to there. The message says in one line what to do about it. */
export class AccountNotReady extends CommandFailed {
  override readonly name = 'AccountNotReady';
}

/** What a failed request to AWS comes down to. */
export const unreachable = (cause: unknown): AccountNotReady =>
  new AccountNotReady(`AWS does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });

/**
 * Whether AWS may not tell this caller. That is no reason to hold them up: who may take the CDK's own roles may deploy.
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
export const isForbidden = (error: unknown): boolean =>
  error instanceof Error && error.name === 'AccessDeniedException';

/** The web page cannot be published. The message says what to run first. */
export class NothingToPublish extends CommandFailed {
  override readonly name = 'NothingToPublish';
}
