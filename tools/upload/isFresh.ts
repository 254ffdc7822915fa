/** A URL is not used in its last seconds, since the clocks of two machines differ. */
const marginMilliseconds = 10_000;

/** Whether a request to a URL with this expiry can still begin. */
export const isFresh = (expiresAt: string, nowMilliseconds: number): boolean =>
  Date.parse(expiresAt) - marginMilliseconds > nowMilliseconds;
