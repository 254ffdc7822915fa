/** Measures how fast a total grows, in units per second over the last `windowMs`. */
export const createSpeed = (windowMs: number): ((total: number, nowMs: number) => number) => {
  const samples: { readonly total: number; readonly atMs: number }[] = [];
  return (total, nowMs) => {
    samples.push({ total, atMs: nowMs });
    while (samples.length > 2 && (samples[0]?.atMs ?? nowMs) < nowMs - windowMs) samples.shift();
    const first = samples[0];
    return first === undefined || first.atMs >= nowMs ? 0 : ((total - first.total) / (nowMs - first.atMs)) * 1000;
  };
};
