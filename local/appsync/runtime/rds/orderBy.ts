import { Misuse } from '../errors';
import { isObject } from '../values';
import { identifier, type Rendering } from './rendering';

/** An ORDER BY clause; empty if there is nothing to order by. */
export const orderBy = (items: unknown, rendering: Rendering): string => {
  if (items === undefined || items === null) return '';
  if (!Array.isArray(items)) throw new Misuse('orderBy expects an array.');
  const parts = items.map((item: unknown) => {
    if (!isObject(item)) throw new Misuse('orderBy item expected to be an object.');
    if (typeof item.column !== 'string') throw new Misuse('orderBy item expected to have property column.');
    return `${identifier(item.column, rendering)} ${directionOf(item.dir)}`;
  });
  return parts.length === 0 ? '' : `ORDER BY ${parts.join(', ')}`;
};

/** As on the service, anything but a string means ascending. */
const directionOf = (dir: unknown): string => {
  if (typeof dir !== 'string') return 'ASC';
  const direction = dir.toUpperCase();
  if (direction !== 'ASC' && direction !== 'DESC')
    throw new Misuse(`orderBy dir can have either ASC or DESC found ${dir}.`);
  return direction;
};
