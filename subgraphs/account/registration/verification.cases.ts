import { needsVerification } from './verification';

describe('confirmation of the e-mail address', () => {
  it.each([
    { emailVerification: false, development: false, wantsToSkip: false, needed: false },
    { emailVerification: false, development: true, wantsToSkip: true, needed: false },
    { emailVerification: true, development: false, wantsToSkip: false, needed: true },
    { emailVerification: true, development: true, wantsToSkip: false, needed: true },
    { emailVerification: true, development: true, wantsToSkip: true, needed: false },
    { emailVerification: true, development: false, wantsToSkip: true, needed: true },
  ])(
    'switched on: $emailVerification, development: $development, asked to skip: $wantsToSkip -> needed: $needed',
    ({ wantsToSkip, needed, ...rules }) => {
      expect(needsVerification(rules, wantsToSkip)).toBe(needed);
    },
  );
});
