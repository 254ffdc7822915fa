import { defineConfig } from 'vitest/config';

const shared = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // The project says itself which Node it supports.
  env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
};

export default defineConfig({
  test: {
    // Most tests wait for a process or a disk; one worker less than there are cores leaves half of two idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...shared,
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: ['test/contract/**', 'test/permissions/**', 'test/browser/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'contract',
          include: ['test/contract/**/*.test.ts', 'test/permissions/**/*.test.ts'],
          globalSetup: 'test/contract/globalSetup.ts',
        },
      },
    ],
  },
});
