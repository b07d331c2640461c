import { createPasswords } from './passwords';

const CHEAP = { memoryKibibytes: 8, passes: 1 };

describe('passwords', () => {
  it('are hashed with Argon2id at the cost that OWASP recommends', async () => {
    const passwords = await createPasswords();
    expect(await passwords.hash('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('are recognised, and others are not', async () => {
    const passwords = await createPasswords(CHEAP);
    const hash = await passwords.hash('correct horse');
    expect(await passwords.verify('correct horse', hash)).toBe(true);
    expect(await passwords.verify('Correct horse', hash)).toBe(false);
  });

  it('hash to another text each time', async () => {
    const passwords = await createPasswords(CHEAP);
    expect(await passwords.hash('correct horse')).not.toBe(await passwords.hash('correct horse'));
  });

  it('are the same however a keyboard composes their characters', async () => {
    const passwords = await createPasswords(CHEAP);
    const hash = await passwords.hash('gr\u00fc\u00dfe sagen');
    expect(await passwords.verify('gru\u0308\u00dfe sagen', hash)).toBe(true);
  });

  it.each(['', 'correct horse'])('never match where there is no hash (%j)', async (password) => {
    const passwords = await createPasswords(CHEAP);
    expect(await passwords.verify(password, undefined)).toBe(false);
  });
});
