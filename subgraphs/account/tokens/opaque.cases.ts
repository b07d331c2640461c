import { hashOf, newRefreshToken } from './opaque';

describe('a refresh token', () => {
  it('has 32 random bytes and can stand in an address', () => {
    const token = newRefreshToken();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(newRefreshToken()).not.toBe(token);
  });

  it('cannot be read from what is stored of it', () => {
    const token = newRefreshToken();
    expect(hashOf(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(token)).not.toContain(token);
  });
});
