import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Builds the page into dist/web; `tools/dev/startPage.ts` serves it with the twin, the cloud stack hosts it. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing becomes a data: URL, which the content security policy would refuse.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
});
