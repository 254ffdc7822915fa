/** What `ctx` is made of; all texts are JSON. */
export interface ContextParts {
  /** The members of `ctx` that stay as they are while a field is resolved, without braces. */
  readonly fixed: string;
  readonly stash: string;
  /** `ctx.prev.result`, in a pipeline. */
  readonly prev?: string | undefined;
  /** `ctx.result` */
  readonly result?: string | undefined;
  /** `ctx.error` */
  readonly error?: string | undefined;
}

/** `ctx` as the text that a handler is run with. */
export const contextText = ({ fixed, stash, prev, result, error }: ContextParts): string => {
  const members = [`{${fixed},"stash":${stash}`];
  if (prev !== undefined) members.push(`,"prev":{"result":${prev}}`);
  if (result !== undefined) members.push(`,"result":${result}`);
  if (error !== undefined) members.push(`,"error":${error}`);
  return `${members.join('')}}`;
};
