/** Names in US English, AppSync's locale. */
export const monthNames: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** From Sunday. */
export const weekdayNames: readonly string[] = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

/** A name in the style that a field's letter count selects: 3 is short, 4 is full, 5 is one letter. */
export const nameAt = (name: string, count: number): string =>
  count === 4 ? name : name.slice(0, count === 5 ? 1 : 3);
