import { isObject, type Members } from '../values';

/** The filter cannot be rendered in the form that was asked for. */
export class Unrenderable extends Error {}

/** What `render` returns; undefined if the filter turns out to be Unrenderable. */
export const renderedIfAny = <Rendered>(render: () => Rendered): Rendered | undefined => {
  try {
    return render();
  } catch (error) {
    if (error instanceof Unrenderable) return undefined;
    throw error;
  }
};

/** A part of a filter that must be an object. */
export const objectOf = (value: unknown): Members => {
  if (!isObject(value)) throw new Unrenderable();
  return value;
};

/** A part of a filter that must be a list, of at least so many members. */
export const listOf = (value: unknown, atLeast = 0): readonly unknown[] => {
  if (!Array.isArray(value) || value.length < atLeast) throw new Unrenderable();
  return value;
};
