import { isObject, type Members } from '../values';

/** A value with the type that the Data API is to treat it as. */
export interface HintedValue {
  readonly type: string;
  readonly value: unknown;
}

const hintTypes = ['DATE', 'DECIMAL', 'JSON', 'TIME', 'TIMESTAMP', 'UUID'];

const hint =
  (type: string) =>
  (value: unknown): HintedValue => ({ type, value });

/** `typeHint`: https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-rds-js.html */
export const typeHint = Object.fromEntries(hintTypes.map((type) => [type, hint(type)]));

export const isHinted = (value: unknown): value is HintedValue & Members =>
  isObject(value) && typeof value.type === 'string' && hintTypes.includes(value.type) && 'value' in value;
