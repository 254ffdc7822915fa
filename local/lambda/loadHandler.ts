import { pathToFileURL } from 'node:url';
import { CallbackHandler, HandlerNotFound } from './runtimeErrors';

export type Handler = (event: unknown, context: object) => unknown;

/** A bundle's handler, or the error from loading it, with which every event is answered. */
export type Loaded = { readonly handler: Handler } | { readonly failure: unknown };

/** Loads a bundle and finds its handler, as Lambda's runtime does before the first event. */
export const loadHandler = async (file: string): Promise<Loaded> => {
  try {
    const { handler } = await import(pathToFileURL(file).href);
    if (!isHandler(handler)) throw new HandlerNotFound(handler);
    if (handler.length > 2) throw new CallbackHandler();
    return { handler };
  } catch (failure) {
    return { failure };
  }
};

const isHandler = (value: unknown): value is Handler => typeof value === 'function';
