import { expect, it } from 'vitest';
import { originOf } from '../../../local/assembly/createServe';

it.each([
  ['127.0.0.1', 'http://127.0.0.1:4100'],
  ['localhost', 'http://localhost:4100'],
  ['::1', 'http://[::1]:4100'],
])('reaches what listens on %s at %s', (host, origin) => {
  expect(originOf(host, 4100)).toBe(origin);
  expect(new URL(origin).port).toBe('4100');
});

it('reaches what listens on every address at one that others can use', () => {
  expect(originOf('::', 4100)).toBe(originOf('0.0.0.0', 4100));
  expect(originOf('0.0.0.0', 4100)).toMatch(/^http:\/\/(?!0\.)[0-9.]+:4100$/);
});
