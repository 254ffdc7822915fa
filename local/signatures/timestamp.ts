/** Whether a string is a time as SigV4 writes it: `20260131T120000Z`. */
export const isTimestamp = (text: string): boolean => /^\d{8}T\d{6}Z$/.test(text) && !Number.isNaN(epochOf(text));

/** Milliseconds since 1970 of such a time; NaN if there is none like it. */
export const epochOf = (timestamp: string): number =>
  Date.parse(timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
