import { isObject } from './values';

// Kept from before resolver code loses it.
const { freeze } = Object;

/** `ctx` as handlers see it. */
export interface ContextObject {
  readonly stash: unknown;
  readonly identity: unknown;
}

/**
 * Makes `ctx` of AppSync's JSON. Members cannot be replaced, the stash can be written to, and the selection set of
 * `info` does not show in JSON: https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html
 */
export const createContextObject = (given: unknown): ContextObject => {
  const members = isObject(given) ? given : {};
  const args = members.arguments ?? members.args ?? {};
  return freeze({
    identity: null,
    source: null,
    result: null,
    prev: null,
    request: {},
    env: {},
    ...members,
    arguments: args,
    args,
    stash: members.stash ?? {},
    info: infoOf(members.info),
  });
};

const infoOf = (given: unknown): unknown => {
  if (!isObject(given)) return given ?? {};
  for (const name of hidden) if (Object.hasOwn(given, name)) Reflect.defineProperty(given, name, { enumerable: false });
  return given;
};

const hidden = ['selectionSetGraphQL', 'selectionSetList'];
