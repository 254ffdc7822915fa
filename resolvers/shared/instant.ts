import { util } from '@aws-appsync/utils';

/**
 * An instant as the rows hold it: UTC with three digits of milliseconds, so that strings sort chronologically.
 * AppSync's ISO 8601 omits milliseconds that are 0, and `…:00Z` sorts after `…:00.500Z`:
 * https://github.com/dmeiser/kernelworx
 */
export const instantAt = (epochMilliseconds: number): string =>
  util.time.epochMilliSecondsToFormatted(epochMilliseconds, "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

export const instantNow = (): string => instantAt(util.time.nowEpochMilliSeconds());
