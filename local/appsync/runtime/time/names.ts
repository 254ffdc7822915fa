/** Names as in the United States' English, AppSync's locale. */
export const MONTHS: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** From Sunday. */
export const WEEKDAYS: readonly string[] = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

/** A name at the length that a field's count of letters asks for: 3 short, 4 full, 5 one letter. */
export const nameAt = (name: string, count: number): string =>
  count === 4 ? name : name.slice(0, count === 5 ? 1 : 3);
