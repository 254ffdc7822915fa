import { isObject, type Members } from '../values';

/** A change to an attribute, as a plain object: `{type: "OPERATION_ADD", value}`. */
export type Operation = Members & { readonly type: string };

/** `operations`: https://docs.aws.amazon.com/appsync/latest/devguide/built-in-modules-js.html */
export const operations = {
  add: (value: unknown): Operation => ({ type: 'OPERATION_ADD', value }),
  append: (items: unknown): Operation => ({ type: 'OPERATION_APPEND', items }),
  decrement: (by: unknown = 1): Operation => ({ type: 'OPERATION_DECREMENT', by }),
  increment: (by: unknown = 1): Operation => ({ type: 'OPERATION_INCREMENT', by }),
  prepend: (items: unknown): Operation => ({ type: 'OPERATION_PREPEND', items }),
  remove: (): Operation => ({ type: 'OPERATION_REMOVE' }),
  replace: (value: unknown): Operation => ({ type: 'OPERATION_REPLACE', value }),
  updateListItem: (value: unknown, index: unknown): Operation => ({ type: 'OPERATION_UPDATE_LIST_ITEM', value, index }),
};

/** Whether a value is an operation rather than data. As on the service, any object of that shape counts as one. */
export const isOperation = (value: unknown): value is Operation =>
  isObject(value) && typeof value.type === 'string' && /^OPERATION_[A-Z_]+$/.test(value.type);
