/** A URL is not used in its last seconds: the clocks of two machines differ. */
const marginMs = 10_000;

/** Whether a request to a URL that expires then can still begin. */
export const isFresh = (expiresAt: string, nowMs: number): boolean => Date.parse(expiresAt) - marginMs > nowMs;
