import { env } from 'node:process';

/**
 * Makes UTC the time zone of this process, and so of the functions, whose threads have none of their own: a function that
 * took the zone of whoever develops it would count other days on Lambda.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export const liveInUtc = (): void => {
  env['TZ'] = 'UTC';
};
