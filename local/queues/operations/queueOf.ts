import type { Queue } from '../openQueue';
import { textOf, type JsonObject } from './input';
import type { QueueTools } from './operation';

/** The queue whose URL an input holds; its name is the last part of the path. */
export const queueOf = (input: JsonObject, { findQueue }: QueueTools): Queue =>
  findQueue(textOf(input, 'QueueUrl').split('/').at(-1) ?? '');
