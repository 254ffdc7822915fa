/** What differs between PostgreSQL and MySQL. */
export interface Dialect {
  readonly quote: string;
  readonly hasReturning: boolean;
}

export const postgres: Dialect = { quote: '"', hasReturning: true };

export const mysql: Dialect = { quote: '`', hasReturning: false };
