import { callPositions } from './callPositions';
import { checkSyntax } from './checkSyntax';
import { checkTranslation } from './checkTranslation';
import { parseModule } from './parseModule';
import { rewriteModule } from './rewriteModule';

/** A module that passed the gate, in the form that a realm takes. */
export interface ModuleSource {
  readonly source: string;
  /** The `callPositions`, and the shifts of `rewriteModule`, as JSON. */
  readonly positions: string;
}

/** Checks APPSYNC_JS text and makes it runnable; a CodeRejected when it is not of the subset. */
export const compileModule = (code: string): ModuleSource => {
  const program = parseModule(code);
  checkSyntax(program);
  checkTranslation(program);
  const { source, shifts } = rewriteModule(code, program);
  return { source, positions: JSON.stringify({ calls: callPositions(program), shifts }) };
};
