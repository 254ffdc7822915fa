// Month and day, for the months with 31 days, with 30 days, and for February.
const day31 = String.raw`(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])`;
const day30 = String.raw`(?:0[469]|11)-(?:0[1-9]|[12]\d|30)`;
const day29 = String.raw`02-(?:0[1-9]|[12]\d)`;
const date = String.raw`-?\d{4,9}-(?:${day31}|${day30}|${day29})`;
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`;
const offset = String.raw`(?:Z|[+-](?:0\d|1[0-8]):[0-5]\d(?::[0-5]\d)?)`;

const dateForm = new RegExp(`^${date}${offset}?$`);
const timeForm = new RegExp(`^${time}${offset}?$`);
const dateTimeForm = new RegExp(`^${date}T${time}${offset}$`);

/** `YYYY-MM-DD` of a day that exists, with an optional offset. */
export const isDate = (text: string): boolean => dateForm.test(text) && isInItsYear(text);

/** `hh:mm[:ss[.sss]]`, with an optional offset. */
export const isTime = (text: string): boolean => timeForm.test(text);

/** A day that exists, `T`, a time, and an offset, which AppSync requires. */
export const isDateTime = (text: string): boolean => dateTimeForm.test(text) && isInItsYear(text);

/** Whether the day exists in that year, which is in doubt only for 29 February. */
const isInItsYear = (text: string): boolean => {
  const end = text.indexOf('-02-29');
  return end < 0 || isLeap(Number(text.slice(0, end)));
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
