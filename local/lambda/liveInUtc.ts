import { env } from 'node:process';

/**
 * Sets the time zone of this process to UTC, and with it that of the functions, whose threads have none of their own:
 * in a developer's own zone, a function's days would differ from those on Lambda.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export const liveInUtc = (): void => {
  env['TZ'] = 'UTC';
};
