import { PARTS, SWC_OPTIONS } from './test/setup/typescript-options.mjs';

// Workers are begun with what this process was begun with.
process.execArgv.push(`--import=${new URL('./test/setup/told-early.mjs', import.meta.url).href}`);

// Tests run on TypeScript sources as ES modules; `#name` imports map to the library's own index.
const transform = { '^.+\\.ts$': ['@swc/jest', SWC_OPTIONS] };

/** What every project of the suite shares. */
const shared = {
  rootDir: import.meta.dirname ?? '.',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  moduleNameMapper: {
    [`^#(${PARTS.join('|')})$`]: '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.local'],
};

const APART = '<rootDir>/test/web/without-our-own-filter.spec.ts';

/** Tests that run in workers which keep what they have loaded from file to file. */
const quick = {
  ...shared,
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  setupFiles: ['<rootDir>/test/setup/typescript.mjs'],
  setupFilesAfterEnv: ['<rootDir>/test/setup/watch-over.mjs'],
};

export default {
  maxWorkers: 2,
  // Modules of a file that is done with are not all let go of: a worker that has come to this size makes way for another.
  workerIdleMemoryLimit: '1.5GB',
  // Journeys in a browser are long where the machine is busy; what hangs fails all the same.
  testTimeout: 60_000,
  projects: [
    { ...quick, displayName: 'rules', testMatch: ['<rootDir>/libs/domain/**/*.spec.ts'] },
    {
      ...quick,
      displayName: 'libraries',
      testMatch: ['<rootDir>/libs/!(domain)/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/setup/start-database.mjs',
      globalTeardown: '<rootDir>/test/setup/stop-database.mjs',
    },
    {
      // Puts something else in the place of a module, which takes modules of its own.
      ...shared,
      displayName: 'apart',
      testMatch: [APART],
      globalSetup: '<rootDir>/test/setup/start-database.mjs',
      globalTeardown: '<rootDir>/test/setup/stop-database.mjs',
    },
    {
      ...quick,
      displayName: 'whole',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', APART],
      globalSetup: '<rootDir>/test/setup/start-database.mjs',
      globalTeardown: '<rootDir>/test/setup/stop-database.mjs',
    },
  ],
};
