import { CommandFailed } from '../errors';

/** This environment or the account is not ready for a deployment. The message says in one line what to do about it. */
export class AccountNotReady extends CommandFailed {
  override readonly name = 'AccountNotReady';
}

/** The error for a request to AWS that got no usable response. */
export const unreachable = (cause: unknown): AccountNotReady =>
  new AccountNotReady(`AWS does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });

/**
 * Whether the caller lacks permission for a check. That must not stop a deployment: it only takes the CDK's own roles.
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
export const isForbidden = (error: unknown): boolean =>
  error instanceof Error && error.name === 'AccessDeniedException';

/** The web page cannot be published. The message says what to run first. */
export class NothingToPublish extends CommandFailed {
  override readonly name = 'NothingToPublish';
}
