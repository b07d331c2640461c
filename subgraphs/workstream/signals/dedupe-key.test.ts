import type { NewSignal } from '../schema.generated';
import { dedupeKeyOf } from './dedupe-key';

const FULL: NewSignal = {
  sourceType: 'email',
  contactEmail: ' Contact@Company.com ',
  contactPhone: '+1-555-0123',
  companyDomain: 'https://www.Company.com/about?x=1',
  sourceRef: ' email_123 ',
};

/** What is left out of the full signal, and the key that comes of the rest. */
const CASES: readonly (readonly [readonly (keyof NewSignal)[], string | null])[] = [
  [[], 'email_contact@company.com'],
  [['contactEmail'], 'email_+15550123'],
  [['contactEmail', 'contactPhone'], 'email_company.com'],
  [['contactEmail', 'contactPhone', 'companyDomain'], 'email_email_123'],
  [['contactEmail', 'contactPhone', 'companyDomain', 'sourceRef'], null],
];

describe('the key that groups signals', () => {
  it.each(CASES)('without %j is %j', (left, key) => {
    const signal = Object.fromEntries(
      Object.entries(FULL).filter(([name]) => !left.includes(name as keyof NewSignal)),
    ) as unknown as NewSignal;
    expect(dedupeKeyOf(signal)).toBe(key);
  });

  it('passes over what is blank', () => {
    expect(dedupeKeyOf({ ...FULL, contactEmail: '  ', contactPhone: 'none' })).toBe('email_company.com');
  });

  it('is the one that was sent, if one was', () => {
    expect(dedupeKeyOf({ ...FULL, dedupeKey: 'mine' })).toBe('mine');
  });

  it('has at most 128 characters', () => {
    expect(dedupeKeyOf({ ...FULL, contactEmail: 'x'.repeat(200) })).toBe(`email_${'x'.repeat(122)}`);
  });
});
