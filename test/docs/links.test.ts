import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../tools/paths';

const inDocs = readdirSync(join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name));
const pages = ['README.md', 'CONTRIBUTING.md', 'schema/clients/README.md', ...inDocs];

const read = (page: string): string => readFileSync(join(projectRoot, page), 'utf8');

/** The anchors of a page's headings, as GitHub forms them. */
const anchorsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** The links of a page to files of the project and to headings in them. */
const linksOf = (page: string): string[] =>
  [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !link.startsWith('https:'));

const leadsNowhere = (page: string, link: string): boolean => {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(projectRoot, target))) return true;
  return anchor !== undefined && !anchorsOf(target).includes(anchor);
};

it.each(pages)('%s links only to what is there', (page) => {
  expect(linksOf(page).filter((link) => leadsNowhere(page, link))).toEqual([]);
});

it('sees a link that leads nowhere', () => {
  expect(leadsNowhere('README.md', 'docs/guides/upload.md#in-a-browser-uppy')).toBe(false);
  expect(leadsNowhere('README.md', 'docs/guides/upload.md#gone')).toBe(true);
  expect(leadsNowhere('README.md', 'docs/guides/gone.md')).toBe(true);
});
