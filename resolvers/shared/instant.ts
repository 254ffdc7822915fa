import { util } from '@aws-appsync/utils';

/**
 * An instant as the rows write it: UTC with three digits of milliseconds, so that texts compare as instants do. AppSync's
 * ISO 8601 leaves milliseconds out where they are 0, and `…:00Z` comes after `…:00.500Z`:
 * https://github.com/dmeiser/kernelworx
 */
export const instantAt = (epochMilliseconds: number): string =>
  util.time.epochMilliSecondsToFormatted(epochMilliseconds, "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

export const instantNow = (): string => instantAt(util.time.nowEpochMilliSeconds());
