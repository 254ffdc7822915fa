/** Bytes of the row of a saved file named like holiday-2026-07-14.jpg, without `extra`; a test weighs one. */
export const rowBytes = 528;

/**
 * What the alarms of each stage watch; a test counts it in the template. An alarm on an expression is paid for each metric
 * in it. https://aws.amazon.com/cloudwatch/pricing/
 */
export const watched = { dev: { alarmMetrics: 49 }, prod: { alarmMetrics: 50 } } as const;
