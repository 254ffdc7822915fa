import { pack, unpack } from './pack';

/** What `ctx` is made of; all texts are JSON. */
export interface ContextParts {
  /** The members of `ctx` that stay as they are while a field is resolved: see `packMembers`. */
  readonly fixed: string;
  readonly stash: string;
  /** `ctx.prev.result`, in a pipeline. */
  readonly prev?: string | undefined;
  /** `ctx.result` */
  readonly result?: string | undefined;
  /** `ctx.error` */
  readonly error?: string | undefined;
}

/** Members of `ctx` as one text: their names, and each one's JSON. */
export const packMembers = (members: Readonly<Record<string, string>>): string => {
  const parts: (string | undefined)[] = [];
  for (const name of Object.keys(members)) parts.push(name, members[name]); // entries made flat cost four times as much
  return pack(parts);
};

/** A whole `ctx` in AppSync's JSON form, as EvaluateCode takes it. */
export const partsOfContext = (context: object): ContextParts => {
  const { stash, ...members } = Object.fromEntries(
    Object.entries(context).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  return { fixed: packMembers(members), stash: stash ?? '{}' };
};

/** The parts as they go to a handler; an empty text where there is none. */
export type ContextTexts = readonly [fixed: string, stash: string, prev: string, result: string, error: string];

export const textsOfContext = ({ fixed, stash, prev = '', result = '', error = '' }: ContextParts): ContextTexts => [
  fixed,
  stash,
  prev,
  result,
  error,
];

/** The members of `ctx`, by name, as JSON: none is parsed before a handler looks at it. */
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
