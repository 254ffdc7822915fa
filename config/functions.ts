/** What every function gets, on Lambda and in the twin. */
export const functions = {
  memoryMiB: 256,
  timeoutSeconds: 10,
} as const;
