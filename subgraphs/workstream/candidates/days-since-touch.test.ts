import { daysSinceTouch } from './days-since-touch';

const created = new Date('2026-01-10T12:00:00Z');

it.each([
  ['2026-01-15T00:00:00Z', '2026-01-15T23:59:59Z', 0],
  ['2026-01-15T23:59:00Z', '2026-01-16T00:01:00Z', 1],
  ['2026-01-15T00:01:00Z', '2026-01-16T23:59:00Z', 1],
  ['2025-12-31T10:00:00Z', '2026-01-02T09:00:00Z', 2],
])('touched at %s, days at %s: %d', (touched, now, days) => {
  const candidate = { lastTouchAt: new Date(touched), createdAt: created };
  expect(daysSinceTouch(candidate, new Date(now))).toBe(days);
});

it('counts from the creation where nobody has touched it', () => {
  const candidate = { lastTouchAt: null, createdAt: created };
  expect(daysSinceTouch(candidate, new Date('2026-01-13T00:00:00Z'))).toBe(3);
});
