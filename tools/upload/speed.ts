/** Measures how fast a total grows, in units per second over the last `windowMilliseconds`. */
export const createSpeed = (windowMilliseconds: number): ((total: number, nowMilliseconds: number) => number) => {
  const samples: { readonly total: number; readonly atMilliseconds: number }[] = [];
  return (total, nowMilliseconds) => {
    samples.push({ total, atMilliseconds: nowMilliseconds });
    while (samples.length > 2 && (samples[0]?.atMilliseconds ?? nowMilliseconds) < nowMilliseconds - windowMilliseconds)
      samples.shift();
    const first = samples[0];
    return first === undefined || first.atMilliseconds >= nowMilliseconds
      ? 0
      : ((total - first.total) / (nowMilliseconds - first.atMilliseconds)) * 1000;
  };
};
