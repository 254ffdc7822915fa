import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildDirectory } from '../tools/paths';
import { byteRows } from './bytes/rows';
import { formatResult, tableHead } from './formatResult';
import { graphqlRows } from './graphql/rows';
import { identityRows } from './identity/rows';
import { lambdaRows } from './lambda/rows';
import { listingRows } from './listing/rows';
import { measureRow } from './measureRow';
import type { Result } from './row';
import { realtimeRows } from './realtime/rows';
import { signingRows } from './signing/rows';

/** `npm run bench -- [words]`: measures every row, or those whose names hold one of the words. */
const words = process.argv.slice(2).map((word) => word.toLowerCase());
const measured = [
  ...byteRows,
  ...signingRows,
  ...graphqlRows,
  ...realtimeRows,
  ...identityRows,
  ...listingRows,
  ...(await lambdaRows()),
];
const rows = measured.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)),
);

console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}\n${tableHead()}`);
const results: Result[] = [];
for (const row of rows) {
  const result = await measureRow(row);
  results.push(result);
  console.log(formatResult(result));
}
await mkdir(buildDirectory, { recursive: true });
await writeFile(join(buildDirectory, 'bench.json'), `${JSON.stringify({ node: process.version, results }, null, 2)}\n`);
