/** Measures the upload speed over the last few seconds. */
export interface Meter {
  readonly note: (id: string, bytes: number, now: number) => void;
  readonly bytesPerSecond: (id: string, now: number) => number;
  readonly forget: (id: string) => void;
}

interface Sample {
  readonly at: number;
  readonly bytes: number;
}

const windowMilliseconds = 5_000;

export const createMeter = (): Meter => {
  const samples = new Map<string, Sample[]>();
  return {
    note: (id, bytes, now) => {
      const recent = (samples.get(id) ?? []).filter(({ at }) => at > now - windowMilliseconds);
      const before = recent.at(-1);
      // When a part is sent again the count drops, so the measurement starts over.
      const kept = before && before.bytes > bytes ? [] : recent;
      samples.set(id, [...kept, { at: now, bytes }]);
    },
    bytesPerSecond: (id, now) => {
      const recent = (samples.get(id) ?? []).filter(({ at }) => at > now - windowMilliseconds);
      const [first] = recent;
      const last = recent.at(-1);
      if (!first || !last || now - first.at < 500) return 0;
      return ((last.bytes - first.bytes) * 1000) / (now - first.at);
    },
    forget: (id) => samples.delete(id),
  };
};
