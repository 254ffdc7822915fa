/** Bytes of the row of a saved file named like holiday-2026-07-14.jpg, without `extra`; a test weighs one. */
export const rowBytes = 528;

/** What each stage watches with; a test counts it in the template. */
export const watched = { dev: { alarms: 30 }, prod: { alarms: 31 } } as const;
