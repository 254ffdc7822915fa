import { InvalidOption } from '../../infra/errors';
import { OutputsMissing } from '../outputs/errors';
import { AccountNotReady, NothingToPublish } from './errors';

/** Runs a command to its exit code; what the caller can mend is one line, everything else flies. */
export const oneLine = async (command: () => Promise<number>): Promise<void> => {
  // The project says itself which Node it needs.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!isMendable(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
};

const mendable = [AccountNotReady, InvalidOption, NothingToPublish, OutputsMissing];

const isMendable = (error: unknown): error is Error => mendable.some((type) => error instanceof type);
