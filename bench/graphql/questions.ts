/** A query for the measured API, and what every response must contain. */
export interface Question {
  readonly query: string;
  readonly expected: string;
}

export const questions = {
  constant: { query: '{ constant }', expected: '{"data":{"constant":"constant"}}' },
  list: { query: '{ list { Id title size } }', expected: '"data":{"list":[{' },
  create: { query: 'mutation { create { Id title } }', expected: '"data":{"create":{"Id"' },
} as const satisfies Record<string, Question>;
