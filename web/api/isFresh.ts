/** How long a URL works at least after it was handed out. */
export const freshMilliseconds = 60_000;

/** Whether a URL stays valid long enough to start a request. A wrong local clock only costs another URL. */
export const isFresh = (expiresAt: string): boolean => Date.parse(expiresAt) - Date.now() > freshMilliseconds;
