const marginMilliseconds = 60_000;

/** Whether a URL that expires then still has time for a request to begin. A wrong clock only costs a new URL. */
export const isFresh = (expiresAt: string): boolean => Date.parse(expiresAt) - Date.now() > marginMilliseconds;
