import { at, isObject, listOf, type Json } from './json';

/** The metrics that an alarm watches: its own, or those in its expression. */
export const metricsOf = (alarm: Json): readonly Json[] =>
  alarm.Metrics === undefined
    ? [alarm]
    : listOf(alarm.Metrics)
        .map((query) => at(query, 'MetricStat', 'Metric'))
        .filter(isObject);
