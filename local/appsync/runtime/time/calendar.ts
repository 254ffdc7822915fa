/** A date and time without a zone; `month` counts from 1. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const dayMilliseconds = 86_400_000;

/** The UTC date and time at a number of milliseconds since 1970. */
export const localTimeOf = (epoch: number): LocalTime => {
  const date = new Date(epoch);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
};

/** Milliseconds since 1970 of a UTC date and time; undefined if it does not exist. */
export const epochOf = (time: LocalTime): number | undefined => {
  const epoch = epochOfDay(time.year, time.month, time.day) + millisecondOfDay(time);
  const back = localTimeOf(epoch);
  const isSame =
    back.year === time.year && back.month === time.month && back.day === time.day && back.hour === time.hour;
  return isSame && back.minute === time.minute && back.second === time.second ? epoch : undefined;
};

export const millisecondOfDay = ({ hour, minute, second, millisecond }: LocalTime): number =>
  ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;

/** 1 to 366. */
export const dayOfYear = ({ year, month, day }: LocalTime): number =>
  (epochOfDay(year, month, day) - epochOfDay(year, 1, 1)) / dayMilliseconds + 1;

/** 0 is Sunday. */
export const dayOfWeek = ({ year, month, day }: LocalTime): number =>
  new Date(epochOfDay(year, month, day)).getUTCDay();

/** The US week and its year: weeks begin on Sunday, and the first one contains 1 January. */
export const weekOfYear = (time: LocalTime): { year: number; week: number } => {
  const firstDay = new Date(epochOfDay(time.year, 1, 1)).getUTCDay();
  const week = Math.floor((dayOfYear(time) - 1 + firstDay) / 7) + 1;
  const daysLeft = (epochOfDay(time.year + 1, 1, 1) - epochOfDay(time.year, time.month, time.day)) / dayMilliseconds;
  const nextFirstDay = new Date(epochOfDay(time.year + 1, 1, 1)).getUTCDay();
  return daysLeft <= nextFirstDay ? { year: time.year + 1, week: 1 } : { year: time.year, week };
};

/** Milliseconds since 1970 at the start of a UTC day. */
export const epochOfDay = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day);
