/** One run for the whole house: unit tests beside the code, everything that crosses folders in tests/. */
module.exports = {
  testEnvironment: 'node',
  roots: ['common', 'gateway', 'subgraphs', 'embedded-mongo', 'scripts', 'bench/report', 'tests'].map(
    (folder) => `<rootDir>/${folder}`,
  ),
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.[jt]s$': ['@swc/jest'] },
  // jose and cookie ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(jose|cookie)/)'],
  collectCoverageFrom: [
    '{common,gateway,subgraphs,embedded-mongo,scripts}/**/*.ts',
    '!**/*.generated.ts',
    '!**/*.{test,cases}.ts',
  ],
  // Asked for by `npm run coverage` alone: it costs more processor time than the tests. V8 counts at less than half of
  // what counters written into the code take.
  coverageProvider: 'v8',
  coverageReporters: ['text-summary', 'lcovonly'],
  testSequencer: '<rootDir>/tests/support/longest-first.cjs',
  testTimeout: 30_000,
  // On two cores jest would take one: the other one is not busy enough with the databases and servers under test.
  maxWorkers: '100%',
};
