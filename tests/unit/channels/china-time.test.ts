// The wall clock of the screens, for devices with the wrong zone and the wrong date.
import { afterEach, expect, test, vi } from 'vitest';
import { clockText, daysLeft, isNight, wallClock } from '../../../src/channels/screen/browser/china-time.ts';

const at = (text: string) => Date.parse(text);
afterEach(() => vi.useRealTimers());

test('hours are those of China, on a device in any zone', () => {
  expect(clockText(at('2026-11-27T16:05:00Z'))).toBe('11月28日 星期六 00:05');
  expect([isNight(at('2026-11-27T13:59:00Z')), isNight(at('2026-11-27T14:00:00Z'))]).toEqual([false, true]);
  expect([isNight(at('2026-11-27T21:59:00Z')), isNight(at('2026-11-27T22:00:00Z'))]).toEqual([true, false]);
});

test('the last day counts as a whole, until midnight in China', () => {
  expect(daysLeft('2026-12-01', at('2026-11-30T23:59:00+08:00'))).toBe(1);
  expect(daysLeft('2026-12-01', at('2026-12-01T00:00:00+08:00'))).toBe(0);
  expect(daysLeft('2026-12-01', at('2026-12-01T23:59:00+08:00'))).toBe(0);
  expect(daysLeft('2026-12-01', at('2026-12-02T00:00:00+08:00'))).toBe(-1);
});

test('a device before the date of its content has no time, until the server tells it', () => {
  vi.useFakeTimers({ now: at('2020-01-01T00:00:00Z') });
  const clock = wallClock('2026-11-20');
  expect(clock.now()).toBeUndefined();
  clock.learn('Fri, 27 Nov 2026 04:00:00 GMT');
  expect(clock.now()).toBe(at('2026-11-27T04:00:00Z'));
  clock.learn(null);
  clock.learn('yesterday');
  expect(clock.now()).toBe(at('2026-11-27T04:00:00Z'));
});

test('a few seconds of difference are the network’s, not the clock’s', () => {
  vi.useFakeTimers({ now: at('2026-11-27T04:00:20Z') });
  const clock = wallClock('2026-11-20');
  clock.learn('Fri, 27 Nov 2026 04:00:00 GMT');
  expect(clock.now()).toBe(at('2026-11-27T04:00:20Z'));
});
