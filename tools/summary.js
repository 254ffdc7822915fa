// `node tools/summary.js REPORT FAILURES`: ends a run with `N passed, N failed`, counted from vitest's JSON report
// plus the failures of what ran before it. Exits 1 when anything failed or the report is missing.
import { readFileSync } from 'node:fs';

const [path, others = '0'] = process.argv.slice(2);

const read = () => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 0, testResults: [] };
  }
};

const report = read();
// A file that cannot be loaded has no tests to count.
const broken = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);
const failed = report.numFailedTests + broken.length + Number(others);
console.log(`${report.numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
