import { format } from 'prettier';
import { UnknownCost } from './errors';

const place = /<!-- table: (\w+) -->\n[\s\S]*?<!-- end -->/g;

/** A Markdown text with its table in each marked place, formatted like the project's files. */
export const fillDocument = async (text: string, tables: Readonly<Record<string, string>>): Promise<string> =>
  format(
    text.replace(place, (_, name: string) => {
      const table = tables[name];
      if (table === undefined) throw new UnknownCost(`No table is named ${name}.`);
      return `<!-- table: ${name} -->\n\n${table}\n\n<!-- end -->`;
    }),
    { parser: 'markdown', singleQuote: true, printWidth: 120, trailingComma: 'all' },
  );
