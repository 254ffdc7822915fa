import { usage } from '../../local/arguments';
import { runCommand } from '../runCommand';
import { parentGone } from './parentGone';
import { pageUsage, splitArguments } from './splitArguments';
import { startPage } from './startPage';
import { startTwinProcess } from './startTwinProcess';

/** `npm run dev`: the twin, and the page at sign-in's callback URL; every flag but `--no-page` is the twin's. */
await runCommand(`${usage}\n${pageUsage}`, async (argv) => {
  const { isPageWanted, directory, twinArguments } = splitArguments(argv);
  // The page first: if its port is taken, nothing else has been started yet.
  const page = isPageWanted ? await startPage(directory) : undefined;
  const twin = startTwinProcess(twinArguments, page && `  Page          ${page.origin}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => twin.stop(signal));
  void parentGone().then(() => twin.stop('SIGTERM'));
  const code = await twin.ended;
  await page?.close();
  return code;
});
