import { S3Error } from '../errors';
import { isJsonObject } from '../../json';

/** What a POST policy allows: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html */
export interface Policy {
  readonly expiration: number;
  readonly conditions: readonly Condition[];
}

type Condition =
  /** `$` and the name of a field; any other text is of no field, so that the condition fails. */
  | { readonly kind: 'eq' | 'starts-with'; readonly field: string; readonly value: string }
  | { readonly kind: 'content-length-range'; readonly min: number; readonly max: number };

/** Parses a policy, in Base64 as in the form. */
export const readPolicy = (base64: string): Policy => {
  const policy = parse(base64);
  const expiration =
    isJsonObject(policy) && typeof policy['expiration'] === 'string' ? Date.parse(policy['expiration']) : NaN;
  if (!isJsonObject(policy) || Number.isNaN(expiration)) throw invalid("Invalid Policy: Invalid 'expiration' value");
  const { conditions } = policy;
  if (!Array.isArray(conditions)) throw invalid('Invalid Policy: Policy missing conditions.');
  return { expiration, conditions: conditions.map(readCondition) };
};

/** Throws AccessDenied if the policy has expired, a condition fails, or none covers a field that needs one. */
export const checkPolicy = (
  { expiration, conditions }: Policy,
  fields: ReadonlyMap<string, string>,
  now: number,
): void => {
  if (now > expiration) throw refused('Policy expired.');
  const covered = new Set<string>();
  for (const condition of conditions) {
    if (condition.kind === 'content-length-range') continue;
    const { kind, field, value } = condition;
    const given = field.startsWith('$') ? (fields.get(field.slice(1)) ?? '') : undefined;
    const isMet = kind === 'eq' ? given === value : given?.startsWith(value) === true;
    if (!isMet) throw refused(`Policy Condition failed: ["${kind}", "${field}", "${value}"]`);
    covered.add(field.slice(1));
  }
  const extra = [...fields.keys()].filter((name) => !covered.has(name) && !isExempt(name));
  if (extra.length > 0) throw refused(`Extra input fields: ${extra.join(', ')}`);
};

/** Passes a file through; throws EntityTooLarge or EntityTooSmall if its size is outside the policy's range. */
export async function* limitSize(chunks: AsyncIterable<Buffer>, { conditions }: Policy): AsyncGenerator<Buffer> {
  const ranges = conditions.flatMap((condition) => (condition.kind === 'content-length-range' ? [condition] : []));
  const max = Math.min(5 * 1024 ** 3, ...ranges.map((range) => range.max));
  const min = Math.max(0, ...ranges.map((range) => range.min));
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > max)
      throw new S3Error('EntityTooLarge', { details: { ProposedSize: String(size), MaxSizeAllowed: String(max) } });
    yield chunk;
  }
  if (size < min)
    throw new S3Error('EntityTooSmall', { details: { ProposedSize: String(size), MinSizeAllowed: String(min) } });
}

const isExempt = (name: string): boolean =>
  ['policy', 'x-amz-signature', 'file', 'bucket'].includes(name) || name.startsWith('x-ignore-');

const readCondition = (value: unknown): Condition => {
  if (isJsonObject(value)) {
    const [[name = '', text] = [], another] = Object.entries(value);
    if (text !== undefined && another === undefined) {
      return { kind: 'eq', field: `$${name.toLowerCase()}`, value: textOf(text) };
    }
    throw invalid(
      'Invalid Policy: Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.',
    );
  }
  const [kind, first, second] = Array.isArray(value) && value.length === 3 ? value : [];
  if (kind === 'content-length-range') return { kind, min: sizeOf(first), max: sizeOf(second) };
  if ((kind === 'eq' || kind === 'starts-with') && typeof first === 'string') {
    return { kind, field: first.toLowerCase(), value: textOf(second) };
  }
  throw invalid('Invalid Policy: Invalid condition.');
};

const textOf = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw invalid('Invalid Policy: Invalid condition value.');
};

const sizeOf = (value: unknown): number => {
  const size = Number(textOf(value));
  if (Number.isSafeInteger(size) && size >= 0) return size;
  throw invalid('Invalid Policy: Invalid content-length-range.');
};

const parse = (base64: string): unknown => {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString());
  } catch {
    throw invalid('Invalid Policy: Invalid JSON.');
  }
};

const invalid = (message: string): S3Error => new S3Error('InvalidPolicyDocument', { message });

const refused = (reason: string): S3Error =>
  new S3Error('AccessDenied', { message: `Invalid according to Policy: ${reason}` });
