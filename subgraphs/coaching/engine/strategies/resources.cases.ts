import { needsOf } from './resources';

describe('what a strategy takes', () => {
  it('says by which resource of the request it is covered', () => {
    const { required, missing } = needsOf(['developer', 'survey tool'], ['2 senior Developers']);
    expect(required).toEqual(['developer (at hand: "2 senior Developers")', 'survey tool']);
    expect(missing).toEqual(['survey tool']);
  });

  it('is not covered by what shares only a word with it', () => {
    expect(needsOf(['product manager'], ['office manager', 'product photos']).missing).toEqual([
      'product manager',
    ]);
  });

  it.each([[[]], [['', '  ']]])(
    'is called missing only where the request says what is at hand: %j',
    (resources) => {
      expect(needsOf(['developer'], resources)).toEqual({ required: ['developer'], missing: [] });
    },
  );
});
