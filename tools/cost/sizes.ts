/** Bytes of the row of a saved file named like holiday-2026-07-14.jpg, without `extra`; a test measures it. */
export const rowBytes = 528;

/**
 * How many metrics the alarms of each stage watch; a test counts them in the template. An alarm on an expression is
 * billed for each metric in it. https://aws.amazon.com/cloudwatch/pricing/
 */
export const watched = { dev: { alarmMetrics: 50 }, prod: { alarmMetrics: 51 } } as const;
