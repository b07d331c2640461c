import * as fc from 'fast-check';
import { fold, isBlank, normalise } from './normalise';
import { contentWords, splitWords } from './words';

const normals = (text: string): string[] => splitWords(text).map(({ normal }) => normal);

describe('splitWords', () => {
  it.each([
    ['punctuation', 'Grow, learn; lead!', ['grow', 'learn', 'lead']],
    ['hyphens and ampersands', 'cross-selling R&D', ['cross', 'selling', 'r', 'd']],
    ['numbers', 'from 1.5 to 20%, $1,000', ['from', '1.5', 'to', '20', '1,000']],
    [
      'possessives of either apostrophe',
      "customer's customers’ client’s",
      ['customer', 'customers', 'client'],
    ],
    ['contractions', "we're they'll don't", ['we', 'they', "don't"]],
    ['accents and case', 'Café RÉSUMÉ', ['cafe', 'resume']],
    ['both spellings of one accent', 'caf\u00e9 cafe\u0301', ['cafe', 'cafe']],
    ['compatibility forms', 'ﬁrst ＫＰＩ', ['first', 'kpi']],
    ['other scripts', 'Рост 顧客 हिन्दी', ['рост', '顧客', 'हिन्दी']],
    ['nothing', ' … — ! ', []],
  ])('reads %s', (_, text, expected) => {
    expect(normals(text)).toEqual(expected);
  });

  it('keeps the spelling of the text for quoting', () => {
    expect(splitWords("Acme's NPS").map(({ surface }) => surface)).toEqual(["Acme's", 'NPS']);
  });

  it('finds in a normalised text what it finds in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normals(normalise(text))).toEqual(normals(text));
      }),
    );
  });
});

describe('contentWords', () => {
  it('drops stop words and single letters', () => {
    const words = contentWords('We help the people of R&D to grow, and it’s fun').map(({ normal }) => normal);
    expect(words).toEqual(['help', 'people', 'grow', 'fun']);
  });
});

describe('fold', () => {
  it('leaves the marks of other scripts, which tell words apart', () => {
    expect(fold('й')).not.toBe(fold('и'));
  });
});

describe('isBlank', () => {
  it.each([undefined, null, '', ' \t\n\u00a0'])('holds for %j', (text) => expect(isBlank(text)).toBe(true));
  it('does not hold for a text', () => expect(isBlank(' a ')).toBe(false));
});
