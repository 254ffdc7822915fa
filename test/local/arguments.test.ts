import { expect, it } from 'vitest';
import { readArguments } from '../../local/arguments';
import { BadArgument } from '../../local/errors';

it.each([
  'http://localhost:5173',
  'https://localhost',
  'http://[::1]:5173',
  'capacitor://localhost',
  'ionic://localhost',
  'app://files.example.com:8080',
])('takes --origin %s', (origin) => {
  expect(readArguments(['--origin', origin]).origins).toEqual([origin]);
});

it.each([
  'localhost:5173',
  'http://localhost:80',
  'http://localhost/',
  'http://me@localhost',
  'http://*.example.com',
  'capacitor:localhost',
  'capacitor://',
  'capacitor://localhost/',
  'capacitor://localhost?a',
  'capacitor://me@localhost',
  'Capacitor://localhost',
  'capacitor://Localhost',
])('takes no --origin %s', (origin) => {
  expect(() => readArguments(['--origin', origin])).toThrow(BadArgument);
});
