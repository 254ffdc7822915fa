/** Loads everything that is behind the sign-in; who is not signed in need not wait for it. */
export const loadApp = async () => ({ default: (await import('./App')).App });
