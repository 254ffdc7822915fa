import type { CompiledModule } from '../ports';
import type { DataSource, SourceTurn } from '../sources/source';
import { runChain, runHandler, type FieldRun } from './runHandler';
import type { RunResolver } from './runResolver';

/**
 * A unit resolver: request handler, source, response handler. The value of an early return is the field's. Each run is
 * announced in advance to a source that can answer the runs of one field in a request together.
 */
export const runUnit = (code: CompiledModule, source: DataSource): RunResolver => {
  const { openBatch } = source;
  if (!openBatch) return (run) => runOnce({ code, source }, run);
  return async (run) => {
    const turn = run.batchOf(0, openBatch).enter();
    try {
      return await runOnce({ code, source }, run, turn);
    } finally {
      turn.leave();
    }
  };
};

interface Unit {
  readonly code: CompiledModule;
  readonly source: DataSource;
}

const runOnce = async ({ code, source }: Unit, run: FieldRun, turn?: SourceTurn): Promise<string> => {
  if (source.answersAtOnce) {
    const response = { code, handler: 'response', after: 'result', link: 'payload' } as const;
    const results = await runChain({ code, handler: 'request' }, [response], run);
    return results.at(-1)?.text ?? 'null';
  }
  const request = await runHandler(code, 'request', run);
  if (request.skipTo) return request.text;
  const outcome = await source.call(request.text, turn);
  return (await runHandler(code, 'response', run, outcome)).text;
};
