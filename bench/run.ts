import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { readCommandLine } from '../tools/commandLine';
import { CommandFailed } from '../tools/errors';
import { buildDirectory } from '../tools/paths';
import { runCommand } from '../tools/runCommand';
import { byteRows } from './bytes/rows';
import { formatResult, tableHead } from './formatResult';
import { graphqlRows } from './graphql/rows';
import { identityRows } from './identity/rows';
import { lambdaRows } from './lambda/rows';
import { listingRows } from './listing/rows';
import { measureRow } from './measureRow';
import { productRows } from './product/rows';
import { liveRows } from './realtime/liveRows';
import { realtimeRows } from './realtime/rows';
import { findRegressions } from './report/findRegressions';
import { mergeResults, readSaved } from './report/saved';
import { writePage } from './report/writePage';
import type { Result, Row } from './row';
import { signingRows } from './signing/rows';

const usage = `npm run bench -- [WORDS] [--save] [--check]

  WORDS     measures only the rows whose names hold one of them
  --save    keeps the results in bench/saved.json and writes docs/benchmarks.md
  --check   fails when a ratio is more than a quarter worse than the saved one`;

/** `npm run bench`: measures every row, or those that the command line names. */
await runCommand(usage, async (argv) => {
  const { words, has } = readCommandLine(argv, { flags: ['save', 'check'], words: Infinity });
  const all = [
    ...productRows,
    ...graphqlRows,
    ...realtimeRows,
    ...liveRows,
    ...listingRows,
    ...identityRows,
    ...signingRows,
    ...(await lambdaRows()),
    ...byteRows,
  ];
  const isNamed = ({ name }: Row, word: string) => name.toLowerCase().includes(word.toLowerCase());
  const rows = all.filter((row) => words.length === 0 || words.some((word) => isNamed(row, word)));
  const nameless = words.find((word) => !all.some((row) => isNamed(row, word)));
  if (nameless !== undefined) throw new CommandFailed(`No row's name holds ${nameless}.`);

  console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}\n${tableHead()}`);
  const results: Result[] = [];
  for (const row of rows) {
    const result = await measureRow(row);
    results.push(result);
    console.log(formatResult(result));
  }
  await mkdir(buildDirectory, { recursive: true });
  await writeFile(
    join(buildDirectory, 'bench.json'),
    `${JSON.stringify({ node: process.version, results }, null, 2)}\n`,
  );

  const saved = await readSaved();
  const regressions = has('check') ? findRegressions(saved?.results ?? [], results) : [];
  for (const line of regressions) console.error(`Slower than saved: ${line}`);
  if (has('check') && regressions.length === 0) {
    console.log('No ratio is more than a quarter worse than the saved one.');
  }
  if (has('save')) {
    const names = all.map(({ name }) => name);
    await writePage({
      machine: `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 1024 ** 3)} GiB, ${process.platform}`,
      node: process.versions.node,
      date: new Date().toISOString().slice(0, 10),
      results: mergeResults(saved?.results ?? [], results, names),
    });
  }
  return regressions.length > 0 ? 1 : 0;
});
