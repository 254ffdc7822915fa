import { textsOfContext, type ContextParts, type ContextTexts } from '../../contextParts';

/** What identifies one run of a handler. */
export type HandlerParts = readonly [moduleId: string, handler: string, now: string, entropy: string];

/** The same of a handler that runs after another, and what it depends on: see the port's `Follower`. */
export type FollowerParts = readonly [...handler: HandlerParts, link: string, after: string];

/** The message of one call: a handler, its context and its followers, all in one list of strings. */
export type SandboxCall = readonly [...handler: HandlerParts, ...context: ContextTexts, ...followers: string[]];

export const writeCall = (
  handler: HandlerParts,
  context: ContextParts,
  followers: readonly FollowerParts[],
): SandboxCall => [...handler, ...textsOfContext(context), ...followers.flat()];

/** Undoes `writeCall`. */
export const readCall = (call: readonly string[]) => {
  const [moduleId = '', handler = '', now = '', entropy = '', ...rest] = call;
  const [fixed = '', stash = '', prev = '', result = '', error = '', ...following] = rest;
  const first: HandlerParts = [moduleId, handler, now, entropy];
  const context: ContextTexts = [fixed, stash, prev, result, error];
  return { first, context, followers: readFollowers(following) };
};

const readFollowers = (parts: readonly string[]): readonly FollowerParts[] => {
  const followers: FollowerParts[] = [];
  for (let at = 0; at < parts.length; at += followerLength) {
    const [moduleId = '', handler = '', now = '', entropy = '', link = '', after = ''] = parts.slice(
      at,
      at + followerLength,
    );
    followers.push([moduleId, handler, now, entropy, link, after]);
  }
  return followers;
};

const followerLength = 6;
