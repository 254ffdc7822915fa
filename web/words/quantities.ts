const units = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;
const step = 1024;

/** A number of bytes as people write it: `1.4 MB`. */
export const formatBytes = (bytes: number): string => {
  const power = bytes < step ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const value = bytes / step ** power;
  const digits = power === 0 || value >= 100 ? 0 : 1;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${bytes === 1 ? 'byte' : units[power]}`;
};

/** A time span as people say it: `2 min 5 s`. */
export const formatSeconds = (seconds: number): string => {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
};

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

/** An instant in its shortest form as of today: the time, the day, or the day with its year. */
export const formatInstant = (iso: string, now = new Date()): string => {
  const instant = new Date(iso);
  if (instant.toDateString() === now.toDateString()) return time.format(instant);
  return instant.getFullYear() === now.getFullYear() ? day.format(instant) : dayOfYear.format(instant);
};

/** An instant in full, for a tooltip. */
export const formatFully = (iso: string): string => full.format(new Date(iso));
