/** One measurement: when, and how much. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The slope of the least-squares line through the points; 0 for fewer than two. */
export const slopeOf = (points: readonly Point[]): number => {
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const above = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const below = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return below === 0 ? 0 : above / below;
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
