import { pack, unpack } from './pack';

/** The parts of `ctx`, as JSON, except that `fixed` is packed. */
export interface ContextParts {
  /** The members of `ctx` that do not change while a field is resolved: see `packMembers`. */
  readonly fixed: string;
  readonly stash: string;
  /** `ctx.prev.result`, in a pipeline. */
  readonly prev?: string;
  /** `ctx.result` */
  readonly result?: string;
  /** `ctx.error` */
  readonly error?: string;
}

/** Packs members of `ctx`, given as JSON by name, into one string. */
export const packMembers = (members: Readonly<Record<string, string>>): string => {
  const parts: (string | undefined)[] = [];
  for (const name of Object.keys(members)) parts.push(name, members[name]); // flattened entries cost four times as much
  return pack(parts);
};

/** Splits a whole `ctx`, in the form that EvaluateCode takes, into parts. */
export const partsOfContext = (context: object): ContextParts => {
  const { stash, ...members } = Object.fromEntries(
    Object.entries(context).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  return { fixed: packMembers(members), stash: stash ?? '{}' };
};

/** The parts as they are passed to a handler; an absent part is an empty string. */
export type ContextTexts = readonly [fixed: string, stash: string, prev: string, result: string, error: string];

export const textsOfContext = ({ fixed, stash, prev = '', result = '', error = '' }: ContextParts): ContextTexts => [
  fixed,
  stash,
  prev,
  result,
  error,
];

/** The members of `ctx` by name, as JSON: each is parsed only when a handler reads it. */
export const membersOfContext = (...[fixed, stash, prev, result, error]: ContextTexts): ReadonlyMap<string, string> => {
  const members = new Map<string, string>();
  const texts = unpack(fixed);
  for (let at = 1; at < texts.length; at += 2) members.set(texts[at - 1] ?? '', texts[at] ?? 'null');
  members.set('stash', stash);
  if (prev !== '') members.set('prev', `{"result":${prev}}`);
  if (result !== '') members.set('result', result);
  if (error !== '') members.set('error', error);
  return members;
};
