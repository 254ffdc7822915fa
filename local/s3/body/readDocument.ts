import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Payload } from '../auth/payload';
import { S3Error } from '../errors';
import { isJsonObject } from '../../json';
import { isXmlText } from '../../xml';
import type { Headers } from '../wire/headers';
import { readWhole, type Body } from './body';
import { readExpectation } from './expectation';
import { createMeter } from './meter';
import { decodeReferences } from './xmlText';

/** An element of a client's XML document. */
export interface Node {
  readonly children: (name: string) => readonly Node[];
  /** The text of the only child of that name; undefined if there is none, MalformedXML if there are more. */
  readonly text: (name: string) => string | undefined;
}

/** Parses a small XML body with the root element `root`, after verifying everything declared about its bytes. */
export const readDocument = async (
  { headers, payload, body, root }: { headers: Headers; payload: Payload; body: Body; root: string },
  limitBytes = 2 * 1024 * 1024,
): Promise<Node> => {
  const meter = createMeter(readExpectation(headers, payload));
  const bytes = await readWhole({ chunks: meter.watch(body.chunks) }, limitBytes);
  await meter.verify(body);
  if (bytes.length === 0) throw new S3Error('MissingRequestBodyError');
  const [element] = parseDocument(bytes).children(root);
  if (element === undefined) throw new S3Error('MalformedXML');
  return element;
};

/** Parses an XML document, whose root element is the only child of the result. */
export const parseDocument = (bytes: Buffer): Node => nodeOf(parse(bytes));

// decodeReferences decodes them, because the library leaves some references as they are and drops others.
const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  removeNSPrefix: true,
  processEntities: false,
  tagValueProcessor: (_, text) => decodeReferences(text),
});

// Documents with a DTD are rejected before any entity could be expanded.
const parse = (bytes: Buffer): unknown => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (isXmlText(text) && !text.includes('<!') && XMLValidator.validate(text) === true) return parser.parse(text);
  } catch {
    throw new S3Error('MalformedXML');
  }
  throw new S3Error('MalformedXML');
};

const nodeOf = (value: unknown): Node => ({
  children: (name) => childrenOf(value, name).map(nodeOf),
  text: (name) => {
    const [child, another] = childrenOf(value, name);
    if (another !== undefined || (child !== undefined && typeof child !== 'string')) throw new S3Error('MalformedXML');
    return child;
  },
});

const childrenOf = (value: unknown, name: string): readonly unknown[] => {
  const child = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  if (child === undefined) return [];
  return Array.isArray(child) ? child : [child];
};
