import { at, isObject, listOf, type Json } from './json';

/** A resource of a template. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Json;
  /** The resource as in the template, including its policies and dependencies. */
  readonly raw: Json;
}

/** All resources, or those of one type. */
export const resourcesOf = (template: Json, type?: string): Resource[] => {
  const resources = at(template, 'Resources');
  if (!isObject(resources)) return [];
  return Object.entries(resources).flatMap(([id, raw]) => {
    if (!isObject(raw) || (type !== undefined && raw.Type !== type)) return [];
    return [{ id, type: String(raw.Type), properties: isObject(raw.Properties) ? raw.Properties : {}, raw }];
  });
};

/** The only resource of a type. */
export const onlyResource = (template: Json, type: string): Resource => {
  const [first, ...others] = resourcesOf(template, type);
  if (!first || others.length > 0)
    throw new RangeError(`${first ? others.length + 1 : 0} resources are of type ${type}.`);
  return first;
};

/** A value with intrinsic functions as readable text: `${Id}` for a Ref, `${Id.Arn}` for an attribute. */
export const textOf = (value: unknown): string => {
  if (!isObject(value)) return String(value);
  if ('Ref' in value) return `\${${String(value.Ref)}}`;
  if ('Fn::GetAtt' in value) return `\${${listOf(value['Fn::GetAtt']).join('.')}}`;
  if ('Fn::Join' in value) {
    const [separator, parts] = listOf(value['Fn::Join']);
    return listOf(parts).map(textOf).join(String(separator));
  }
  return JSON.stringify(value);
};

/** The logical id that a Ref or attribute points to; undefined for anything else. */
export const targetOf = (value: unknown): string | undefined => /^\$\{([^.}]+)(\.[^}]+)?\}$/.exec(textOf(value))?.[1];
