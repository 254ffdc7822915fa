import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { projectRoot } from '../../tools/paths';
import { cellsOf } from '../formatResult';
import { growthChart, ratioChart } from './charts';
import { savedFile, type Saved } from './saved';

const page = join(projectRoot, 'docs', 'benchmarks.md');
const pictures = join(projectRoot, 'docs', 'images');
const [begin, end] = ['<!-- figures: npm run bench -- --save -->', '<!-- end of figures -->'] as const;

/** Saves the results, draws the charts, and writes both into docs/benchmarks.md between its markers. */
export const writePage = async (saved: Saved): Promise<void> => {
  await writeFile(savedFile, `${JSON.stringify(saved, null, 2)}\n`);
  await writeFile(join(pictures, 'benchmark-ratios.svg'), ratioChart(saved.results));
  await writeFile(join(pictures, 'benchmark-growth.svg'), growthChart(saved.results));
  const text = await readFile(page, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`docs/benchmarks.md lacks "${begin}" or "${end}".`);
  const whole = [before, begin, '\n\n', figures(saved), '\n\n', end, after].join('');
  await writeFile(page, await format(whole, { parser: 'markdown', printWidth: 120 }));
};

const figures = ({ machine, node, date, results }: Saved): string =>
  [
    `Measured on ${date} with Node ${node} on ${machine}.`,
    '![How many times its floor each row costs](images/benchmark-ratios.svg)',
    '![How the cost grows with files, subscriptions and clients](images/benchmark-growth.svg)',
    [
      '| | figure | floor | ratio | goal | |',
      '|---|---:|---:|---:|---|---|',
      ...results.map((result) => `| ${cellsOf(result).join(' | ')} |`),
    ].join('\n'),
  ].join('\n\n');
