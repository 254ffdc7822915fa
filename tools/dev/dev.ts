import { startPage } from './startPage';
import { startTwinProcess } from './startTwinProcess';
import { pageUsage, splitArguments } from './splitArguments';

/** `npm run dev`: the twin and, where sign-in returns to, the page; every flag but `--no-page` is the twin's. */
const main = async (): Promise<void> => {
  const { isPageWanted, isHelpWanted, directory, twinArguments } = splitArguments(process.argv.slice(2));
  // The page first: when its port is taken, nothing has been started yet.
  const page = isPageWanted ? await startPage(directory) : undefined;
  const twin = startTwinProcess(twinArguments, page && `  Page          ${page.origin}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => twin.stop(signal));
  process.exitCode = await twin.ended;
  if (isHelpWanted) console.log(pageUsage);
  await page?.close();
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
