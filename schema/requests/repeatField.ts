/**
 * Repeats a document's one field under aliases, each with variables of its own: `item0: getUploadUrl(input: $input0)
 * { … }`. Works on documents as codegen writes them: one operation with one field.
 */
export const repeatField = (document: string, list: readonly Record<string, unknown>[]): Repeated => {
  const shape = /^\s*(query|mutation) (\w+)\(([^)]*)\) \{\n {2}(\w+)([\s\S]*?)\n\}([\s\S]*)$/.exec(document);
  if (!shape) throw new UnusualDocument(document);
  const [, kind, name, declared = '', field, rest = '', fragments = ''] = shape;
  const numbered = (text: string, index: number): string => text.replace(/\$\w+/g, (variable) => `${variable}${index}`);
  const declarations = list.map((_, index) => numbered(declared, index));
  const fields = list.map((_, index) => `  item${index}: ${field}${numbered(rest, index)}`);
  const variables = list.flatMap((one, index) =>
    Object.entries(one).map(([key, value]) => [`${key}${index}`, value] as const),
  );
  return {
    query: `${kind} ${name}(${declarations.join(', ')}) {\n${fields.join('\n')}\n}${fragments}`,
    variables: Object.fromEntries(variables),
  };
};

export interface Repeated {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** A document that is not one operation with one field. */
export class UnusualDocument extends Error {
  override readonly name = 'UnusualDocument';
}
