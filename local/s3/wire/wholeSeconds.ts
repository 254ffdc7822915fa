/** A time as S3's documents write it: in whole seconds, so that it equals the object's Last-Modified header. */
export const wholeSeconds = (milliseconds: number): string =>
  new Date(Math.floor(milliseconds / 1000) * 1000).toISOString();
