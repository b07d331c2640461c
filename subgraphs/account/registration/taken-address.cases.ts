import { isTakenAddress } from './taken-address';

describe('the refusal of a unique index', () => {
  it('means a taken address where it is the index on addresses', () => {
    expect(isTakenAddress({ code: 11_000, keyPattern: { emailKey: 1 } })).toBe(true);
  });

  it.each([
    ['another index', { code: 11_000, keyPattern: { number: 1 } }],
    ['another fault', { code: 112 }],
    ['no fault of MongoDB', new Error('emailKey')],
    ['nothing', undefined],
  ])('means something else where it is %s', (_, fault) => {
    expect(isTakenAddress(fault)).toBe(false);
  });
});
