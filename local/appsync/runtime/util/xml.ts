import { toJson } from '../json';
import { parseXml } from '../xml/parseXml';

/** `util.xml`: https://docs.aws.amazon.com/appsync/latest/devguide/xml-helpers-in-utils-xml-js.html */
export const xml = {
  /** The document as an object; null if it is not well-formed. */
  toMap: (text: unknown): unknown => parseXml(String(text)) ?? null,
  /** The same as JSON; with `stringEncode`, that JSON is encoded once more, as a JSON string. */
  toJsonString: (text: unknown, stringEncode: unknown = false): string => {
    const json = toJson(parseXml(String(text)) ?? null) ?? 'null';
    return stringEncode === true ? (toJson(json) ?? json) : json;
  },
};
