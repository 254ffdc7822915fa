import type { JsonObject } from '../../json';

/** DynamoDB's message about a Scan of a segment of how many is not said; dynalite lets the first one pass. */
export const segmentComplaint = ({ Segment, TotalSegments }: JsonObject): string | undefined =>
  Segment !== undefined && TotalSegments === undefined
    ? 'The TotalSegments parameter is required but was not present in the request when Segment parameter is present'
    : undefined;
