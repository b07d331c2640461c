import { namesNumberOrDate } from './quantities';

describe('namesNumberOrDate', () => {
  it.each([
    'Raise retention by 20%',
    'Double our revenue',
    'Ship it in Q3',
    'Launch in december',
    'Launch by May',
    'Be profitable by the end of the year',
    'Open a shop next quarter',
    'Wachsen um ٢٠',
  ])('finds one in "%s"', (text) => expect(namesNumberOrDate(text)).toBe(true));

  it.each(['Increase customer retention', 'We may march on', 'Be one team', 'Become number one', ''])(
    'finds none in "%s"',
    (text) => expect(namesNumberOrDate(text)).toBe(false),
  );
});
