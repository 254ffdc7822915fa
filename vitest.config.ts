import { defineConfig } from 'vitest/config';

const timeouts = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...timeouts,
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: ['test/contract/**', 'test/permissions/**'],
        },
      },
      {
        test: {
          ...timeouts,
          name: 'contract',
          include: ['test/contract/**/*.test.ts', 'test/permissions/**/*.test.ts'],
          globalSetup: 'test/contract/globalSetup.ts',
        },
      },
    ],
  },
});
