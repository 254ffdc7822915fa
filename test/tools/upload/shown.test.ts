import { describe, expect, it } from 'vitest';
import { createBarView } from '../../../tools/upload/barView';
import { createLineView } from '../../../tools/upload/lineView';
import { createFileMeter } from '../../../tools/upload/meter';
import { showBytes, showDuration } from '../../../tools/upload/quantities';
import { readUploadCommand } from '../../../tools/upload/readUploadCommand';
import { createSpeed } from '../../../tools/upload/speed';
import { leftOf, summarize } from '../../../tools/upload/summary';
import type { Outcome } from '../../../tools/upload/uploadFiles';

describe('What a person sees', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KiB'],
    [70 * 1024 ** 2, '70.0 MiB'],
    [5 * 1024 ** 4, '5.0 TiB'],
    [2048 * 1024 ** 4, '2048.0 TiB'],
  ])('shows %i bytes as %s', (bytes, shown) => {
    expect(showBytes(bytes)).toBe(shown);
  });

  it.each([
    [0, '0.0 s'],
    [8400, '8.4 s'],
    [59_960, '1:00'],
    [185_000, '3:05'],
    [3_600_000, '1:00:00'],
  ])('shows %i ms as %s', (milliseconds, shown) => {
    expect(showDuration(milliseconds)).toBe(shown);
  });

  it('counts a part that is sent again once', () => {
    const meter = createFileMeter({ name: 'a', size: 10 });

    for (const [part, bytes] of [
      [1, 4],
      [2, 5],
      [1, 0],
      [1, 3],
    ] as const)
      meter.report(part, bytes);

    expect(meter.sent()).toBe(8);
  });

  it('is never steered by a file name', () => {
    expect(createFileMeter({ name: 'a\x1b[2J\n\u202e.txt', size: 1 }).name).toBe('a?[2J??.txt');
  });

  it('is the speed of the last seconds', () => {
    const speed = createSpeed(5000);

    expect(speed(0, 0)).toBe(0);
    expect(speed(1000, 1000)).toBe(1000);
    expect(speed(1000, 7000)).toBeCloseTo(0);
  });

  it('is a line for every tenth where there is no terminal', () => {
    const said: string[] = [];
    const view = createLineView((line) => said.push(line));
    const meter = createFileMeter({ name: 'film.mp4', size: 1000 });
    view.begin(meter);

    for (const bytes of [50, 100, 150, 450, 1000]) {
      meter.report(1, bytes);
      view.advance(meter);
    }

    expect(said).toEqual(['film.mp4  10 %  100 B of 1000 B', 'film.mp4  40 %  450 B of 1000 B']);
  });

  it('ends with a file that has failed, though other parts of it are still on their way', () => {
    const said: string[] = [];
    const view = createLineView((line) => said.push(line));
    const meter = createFileMeter({ name: 'film.mp4', size: 1000 });
    view.begin(meter);
    meter.report(1, 200);
    view.advance(meter);
    view.end(meter);

    meter.report(2, 500);
    view.advance(meter);

    expect(said).toEqual(['film.mp4  20 %  200 B of 1000 B']);
  });

  it('leaves out what does not fit into a narrow terminal', () => {
    const written: string[] = [];
    const clock = { ms: 0 };
    const terminal = { write: (text: string) => written.push(text), columns: () => 60 };
    const view = createBarView({ terminal, now: () => clock.ms, total: 2048, files: 1 });
    const meter = createFileMeter({ name: 'film.mp4', size: 2048 });
    view.begin(meter);
    view.say('begun');
    meter.report(1, 1024);
    clock.ms = 1000;
    view.say('sent');
    view.close();

    const line = written[1]?.split('\n').find((text) => text.startsWith('0 of 1 file done')) ?? '';
    expect(line).toMatch(/ 50 % {2}1\.0 KiB$/); // without the speed and the time that is left
    expect(line.length).toBeLessThanOrEqual(60);
  });

  it.each([
    [40, 'the-name-of-a-long-fil… █████░░░░░  50 %'],
    [30, 'the-name-of-… █████░░░░░  50 %'],
    [24, 'the-name-of-a-lon…  50 %'],
    [20, 'the-name-of-a…  50 %'],
  ])('is how far a file is in a terminal of %i columns, before its whole name', (columns, shown) => {
    const written: string[] = [];
    const terminal = { write: (text: string) => written.push(text), columns: () => columns };
    const view = createBarView({ terminal, now: () => 0, total: 2048, files: 1 });
    const meter = createFileMeter({ name: 'the-name-of-a-long-film.mp4', size: 2048 });
    view.begin(meter);
    meter.report(1, 1024);
    view.say('sent');
    view.close();

    expect(written[0]).toContain(`\x1b[?7l${shown}\n`);
  });

  it('is shown in full where the terminal does not say how wide it is', () => {
    const written: string[] = [];
    const terminal = { write: (text: string) => written.push(text), columns: () => 0 };
    const view = createBarView({ terminal, now: () => 0, total: 2048, files: 1 });
    view.begin(createFileMeter({ name: 'film.mp4', size: 2048 }));
    view.say('begun');
    view.close();

    expect(written[0]).toContain('0 of 1 file');
  });

  it('is how far a large file is read before it is sent', () => {
    const written: string[] = [];
    const terminal = { write: (text: string) => written.push(text), columns: () => 80 };
    const view = createBarView({ terminal, now: () => 0, total: 1000, files: 1 });
    const meter = createFileMeter({ name: 'film.mp4', size: 1000 });
    view.begin(meter);
    for (const bytes of [400, 1000]) {
      meter.noteRead(bytes);
      view.say('read');
    }
    view.close();

    expect(written[0]).toContain(`${'film.mp4'.padEnd(24)} ${'░'.repeat(10)}   0 %  reading, 40 %\n`);
    expect(written[1]).not.toContain('film.mp4');
  });

  it('is a bar for each file under way and one for all at a terminal, drawn in place', () => {
    const written: string[] = [];
    const terminal = { write: (text: string) => written.push(text), columns: () => 80 };
    const clock = { ms: 0 };
    const view = createBarView({ terminal, now: () => clock.ms, total: 2048, files: 3 });
    const meter = createFileMeter({ name: 'a-very-long-name-of-a-film.mp4', size: 1024 });
    const photo = createFileMeter({ name: 'photo.jpg', size: 512 });
    [meter, photo, createFileMeter({ name: 'waits.jpg', size: 512 })].forEach(view.begin);
    view.say('one');
    meter.report(1, 512);
    photo.report(1, 512);
    clock.ms = 1000;
    view.say('two');
    view.close();

    const bar = (share: number): string => '█'.repeat(10 * share) + '░'.repeat(10 - 10 * share);
    expect(written[1]).toBe(
      '\x1b[1A\r\x1b[Jtwo\n\x1b[?7l' +
        `a-very-long-name-of-a-f… ${bar(0.5)}  50 %  512 B\n` +
        `${'photo.jpg'.padEnd(24)} ${bar(1)} 100 %  saving\n` +
        `${'0 of 3 files done'.padEnd(24)} ${bar(0.5)}  50 %  1.0 KiB  1.0 KiB/s  1.0 s left\n\x1b[?7h`,
    );
    expect(written.at(-1)).toBe('\x1b[3A\r\x1b[J');
  });

  it('fits into the 80 columns of a terminal', () => {
    const written: string[] = [];
    const terminal = { write: (text: string) => written.push(text), columns: () => 80 };
    const clock = { ms: 0 };
    const total = 999.9 * 1024 ** 3;
    const view = createBarView({ terminal, now: () => clock.ms, total, files: 100 });
    const film = createFileMeter({ name: 'a-very-long-name-of-a-film.mp4', size: total });
    view.begin(film);
    view.say('begun');
    film.report(1, 100.1 * 1024 ** 3);
    clock.ms = 1_000_000;
    view.say('sent');
    view.close();

    const line = written[1]?.split('\n').find((text) => text.includes('left')) ?? '';
    expect(line).toMatch(/ 10 % {2}100\.1 GiB {2}102\.5 MiB\/s {2}2:\d\d:\d\d left$/);
    expect(line.length).toBeLessThanOrEqual(80);
  });

  it('is a summary, and every failure', () => {
    const outcomes: readonly Outcome[] = [
      { name: 'a', size: 1024, sent: 1024, end: 'SAVED' },
      { name: 'b', size: 1024, sent: 0, end: { errorType: 'NOT', message: 'Not\nthis.' } },
      { name: 'c', size: 1024, sent: 1024, end: 'STOPPED' },
    ];

    expect(summarize(outcomes, 1000)).toBe('1 of 3 files saved; 2.0 KiB sent in 1.0 s, 2.0 KiB/s.');
    expect(leftOf(outcomes)).toEqual([
      '1 file failed:',
      '  b  NOT: Not?this.',
      'Stopped: 1 file left. Run the same command again to resume.',
    ]);
  });
});

describe('The command line', () => {
  it.each([
    { args: [], says: 'Usage: npm run upload -- FILES… [--email EMAIL]' },
    { args: ['--email', 'a@b.c'], says: 'Usage: npm run upload -- FILES… [--email EMAIL]' },
    { args: ['a', '--email', 'a@b.c', '--parallel', '0'], says: '--parallel must be a whole number from 1 to 16.' },
    { args: ['a', '--email', 'a@b.c', '--parallel', 'x'], says: '--parallel must be a whole number from 1 to 16.' },
    { args: ['a', '--password', 'secret'], says: "Unknown option '--password'." },
  ])('refuses $args in one line', ({ args, says }) => {
    expect(() => readUploadCommand(args, '/home')).toThrow(says);
  });

  it('takes a path that is named twice once', () => {
    expect(readUploadCommand(['a', 'b', './a', '/home/b', '--email', 'a@b.c'], '/home')).toEqual({
      paths: ['./a', '/home/b'],
      email: 'a@b.c',
      directory: '.twin',
      parallel: 4,
    });
  });
});
