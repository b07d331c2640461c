import { usabilityOf } from './usability';

const GRACE_SECONDS = 30;
const now = new Date('2026-01-15T10:00:00.000Z');
const tomorrow = new Date('2026-01-16T10:00:00.000Z');
const secondsAgo = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

describe('a refresh token', () => {
  it('works until it is spent', () => {
    expect(usabilityOf({ spentAt: null, expiresAt: tomorrow }, now, GRACE_SECONDS)).toBe('usable');
  });

  it('works on during the grace period', () => {
    expect(usabilityOf({ spentAt: secondsAgo(29.999), expiresAt: tomorrow }, now, GRACE_SECONDS)).toBe(
      'usable',
    );
  });

  it('counts as reused when the grace period is over', () => {
    expect(usabilityOf({ spentAt: secondsAgo(30), expiresAt: tomorrow }, now, GRACE_SECONDS)).toBe('reused');
  });

  it('counts as reused at once where there is no grace', () => {
    expect(usabilityOf({ spentAt: now, expiresAt: tomorrow }, now, 0)).toBe('reused');
  });

  it('is expired from its last moment on', () => {
    expect(usabilityOf({ spentAt: null, expiresAt: now }, now, GRACE_SECONDS)).toBe('expired');
  });

  it('counts as reused even when it has expired: its session may go on', () => {
    expect(usabilityOf({ spentAt: secondsAgo(60), expiresAt: secondsAgo(1) }, now, GRACE_SECONDS)).toBe(
      'reused',
    );
  });
});
