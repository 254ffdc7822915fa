import { callPositions } from './callPositions';
import { checkSyntax } from './checkSyntax';
import { checkTranslation } from './checkTranslation';
import { parseModule } from './parseModule';
import { rewriteModule } from './rewriteModule';

/** A module that passed the checks, ready to be loaded into a realm. */
export interface ModuleSource {
  readonly source: string;
  /** JSON: `calls` from `callPositions`, `shifts` from `rewriteModule`. */
  readonly positions: string;
}

/** Checks APPSYNC_JS source and makes it runnable; throws a CodeRejected if it leaves the APPSYNC_JS subset. */
export const compileModule = (code: string): ModuleSource => {
  const program = parseModule(code);
  checkSyntax(program);
  checkTranslation(program);
  const { source, shifts } = rewriteModule(code, program);
  return { source, positions: JSON.stringify({ calls: callPositions(program), shifts }) };
};
