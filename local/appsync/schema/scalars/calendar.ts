const date = String.raw`(?<year>-?\d{4,9})-(?<month>\d\d)-(?<day>\d\d)`;
const time = String.raw`(?<hour>[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`;
const offset = String.raw`(?:Z|[+-](?:0\d|1[0-8]):[0-5]\d(?::[0-5]\d)?)`;

const dateForm = new RegExp(`^${date}${offset}?$`);
const timeForm = new RegExp(`^${time}${offset}?$`);
const dateTimeForm = new RegExp(`^${date}T${time}${offset}$`);

/** `YYYY-MM-DD` of a day that exists, with an optional offset. */
export const isDate = (text: string): boolean => isDay(dateForm.exec(text));

/** `hh:mm[:ss[.sss]]`, with an optional offset. */
export const isTime = (text: string): boolean => timeForm.test(text);

/** A day that exists, `T`, a time, and an offset, which AppSync demands. */
export const isDateTime = (text: string): boolean => isDay(dateTimeForm.exec(text));

const isDay = (match: RegExpExecArray | null): boolean => {
  if (!match?.groups) return false;
  const [year, month, day] = [match.groups.year, match.groups.month, match.groups.day].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};
