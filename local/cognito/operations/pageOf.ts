import { invalidParameter } from '../errors';

/** One page of rows, and the token of the next page. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly nextToken: string | undefined;
}

interface Listed {
  readonly id: string;
  readonly createdAt: number;
}

/** A page in order of creation. Rows added or removed between two pages do not shift the others. */
export const pageOf = <T extends Listed>(
  all: readonly T[],
  limit: number | undefined,
  token: string | undefined,
): Page<T> => {
  const position = token === undefined ? '' : decode(token);
  const rest = all
    .map((row) => ({ row, rank: rankOf(row) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .filter(({ rank }) => rank > position);
  const page = rest.slice(0, limit || 60);
  const last = page.at(-1);
  return {
    rows: page.map(({ row }) => row),
    nextToken:
      last !== undefined && rest.length > page.length ? Buffer.from(last.rank).toString('base64url') : undefined,
  };
};

const rankOf = ({ id, createdAt }: Listed) => `${String(createdAt).padStart(16, '0')}:${id}`;

const decode = (token: string): string => {
  const rank = Buffer.from(token, 'base64url').toString('utf8');
  if (!/^\d{16}:./.test(rank)) throw invalidParameter('Invalid pagination token.');
  return rank;
};
