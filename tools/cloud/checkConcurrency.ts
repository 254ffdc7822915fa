import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { AccountNotReady, isForbidden, unreachable } from './errors';

/**
 * The concurrency that Lambda keeps for functions without a reservation.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
 */
const kept = 100;

/** Rejects with AccountNotReady if the account's concurrency quota is too low for a stage: a new account has ten. */
export const checkConcurrency = async (reserved: number): Promise<void> => {
  const quota = await readQuota(new LambdaClient({ maxAttempts: 1 }));
  if (quota === undefined || quota - reserved >= kept) return;
  throw new AccountNotReady(
    `This account allows ${quota} concurrent Lambda calls. The stage reserves ${reserved}, and ${kept} must stay unreserved: ` +
      `request ${reserved + kept} (Service Quotas, L-B99A9384).`,
  );
};

const readQuota = async (client: LambdaClient): Promise<number | undefined> => {
  try {
    const { AccountLimit } = await client.send(new GetAccountSettingsCommand({}));
    return AccountLimit?.ConcurrentExecutions;
  } catch (cause) {
    if (isForbidden(cause)) return undefined;
    throw unreachable(cause);
  }
};
