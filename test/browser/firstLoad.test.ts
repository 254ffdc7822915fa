import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../tools/paths';

const directory = join(projectRoot, 'dist', 'web');

describe('The built page', () => {
  it('loads at most 250 KB of script, compressed, before somebody signs in', async () => {
    const html = await readFile(join(directory, 'index.html'), 'utf8');
    const scripts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);

    const sizes = await Promise.all(
      scripts.map(async (path) => gzipSync(await readFile(join(directory, path))).length),
    );

    expect(scripts.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(250 * 1024);
  });

  it('holds nothing inline, and no address of any stage', async () => {
    const html = await readFile(join(directory, 'index.html'), 'utf8');
    const assets = await readdir(join(directory, 'assets'));
    const texts = await Promise.all(assets.map((name) => readFile(join(directory, 'assets', name), 'utf8')));

    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
    expect(texts.join('')).not.toMatch(/127\.0\.0\.1|us-east-1_Local/);
  });
});
