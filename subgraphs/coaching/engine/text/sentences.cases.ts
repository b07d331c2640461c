import { splitSentences } from './sentences';

describe('splitSentences', () => {
  it.each([
    [
      'full stops',
      'Grow sales. Keep clients! Why? Because.',
      ['Grow sales.', 'Keep clients!', 'Why?', 'Because.'],
    ],
    [
      'line breaks and bullets',
      'Grow sales\n• Keep clients\r\nLearn',
      ['Grow sales', 'Keep clients', 'Learn'],
    ],
    ['East Asian full stops', '成長する。学ぶ！', ['成長する。', '学ぶ！']],
    ['a closing quotation mark', 'He said "grow." We did.', ['He said "grow."', 'We did.']],
    ['a text without a full stop', 'Grow sales', ['Grow sales']],
    ['no words at all', ' ... \n !? ', []],
  ])('reads %s', (_, text, expected) => {
    expect(splitSentences(text)).toEqual(expected);
  });

  it.each(['Use tools, e.g. surveys, to learn', 'Raise it by 1.5 points', 'Visit acme.com often'])(
    'leaves "%s" whole',
    (text) => {
      expect(splitSentences(text)).toEqual([text]);
    },
  );
});
