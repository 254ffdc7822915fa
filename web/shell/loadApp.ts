/** Loads everything behind the sign-in as its own chunk, so that the sign-in need not wait for it. */
export const loadApp = async () => ({ default: (await import('./App')).App });
