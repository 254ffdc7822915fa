import type { CompiledModule } from '../ports';
import type { DataSource } from '../sources/source';
import { runHandler } from './runHandler';
import type { RunResolver } from './runResolver';

/** A unit resolver: request handler, source, response handler. An early return is the field's value at once. */
export const runUnit =
  (code: CompiledModule, source: DataSource): RunResolver =>
  async (run) => {
    const request = await runHandler(code, 'request', run);
    if (request.skipTo) return request.text;
    const outcome = await source(request.text);
    return (await runHandler(code, 'response', run, outcome)).text;
  };
