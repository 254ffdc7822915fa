import { serverAudits } from 'graphql-http';
import { afterAll, describe, expect, it } from 'vitest';
import { giving, notebook } from '../edge/notebook';
import { signToken } from '../edge/signToken';
import { startApi } from '../edge/startApi';

const serving = startApi(
  notebook({ schema: 'type Query { hello: String }', resolvers: { 'Query.hello': giving("'x'") } }),
  {},
  afterAll,
);

const audits = serverAudits({
  url: async () => (await serving).url,
  fetchFn: (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: signToken() } }),
});

const alwaysJson = 'AppSync answers application/json, whatever is accepted, and 200 once a document could be parsed.';
const extensions = 'AppSync does not read extensions over HTTP.';
const unparsed =
  'AppSync answers 400 to a document that does not parse (the audit’s is none, even where it speaks of validation).';

/** Where AppSync deviates from the specification, and why the twin follows AppSync. None is a MUST. */
const deviations: ReadonlyMap<string, string> = new Map([
  ['22EB', alwaysJson],
  ['86EE', alwaysJson],
  ['9C48', 'AppSync runs mutations by GET too; a page cannot forge one, since the token is a header.'],
  ['9ABE', 'AppSync reads a POST body as JSON, whatever its content type says.'],
  ['58B0', extensions],
  ['58B1', extensions],
  ['58B2', extensions],
  ['58B3', extensions],
  ['572B', unparsed],
  ['FDE2', unparsed],
]);

describe('GraphQL over HTTP', () => {
  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (id, name, audit) => {
    const { status } = await audit.fn();

    if (name.startsWith('MUST')) expect(status).toBe('ok');
    else expect(status === 'ok').toBe(!deviations.has(id));
  });
});
