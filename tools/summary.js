// `node tools/summary.js FAILURES REPORT…`: ends a run with `N passed, N failed`, counted from vitest's JSON reports
// plus FAILURES, those of earlier steps. Exits 1 when anything failed or a report is missing.
import { readFileSync } from 'node:fs';

const [others, ...paths] = process.argv.slice(2);

const countsOf = (path) => {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'));
    // A file that cannot be loaded has no tests to count.
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    console.error(`Cannot read the report ${path}.`);
    return { passed: 0, failed: 1 };
  }
};

const counts = paths.map(countsOf);
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, Number(others));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
