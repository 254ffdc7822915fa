import { ReturnedEarly } from './errors';
import { isObject } from './values';

/** `runtime`: https://docs.aws.amazon.com/appsync/latest/devguide/runtime-utils-js.html */
export const runtime = {
  /** Ends this handler with a value and skips what would run next. */
  earlyReturn: (value?: unknown, options?: unknown): never => {
    throw new ReturnedEarly(value, isObject(options) && options.skipTo === 'END' ? 'END' : 'NEXT');
  },
};
