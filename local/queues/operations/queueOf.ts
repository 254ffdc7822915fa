import type { Queue } from '../openQueue';
import { textOf } from './input';
import type { JsonObject } from '../../json';
import type { QueueTools } from './operation';

/** The queue of the input's QueueUrl, whose last path segment is the name; QueueNotFound if there is none. */
export const queueOf = (input: JsonObject, { findQueue }: QueueTools): Queue =>
  findQueue(textOf(input, 'QueueUrl').split('/').at(-1) ?? '');
