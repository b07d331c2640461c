import { linkBase } from './links';

const CONFIGURED = ['https://app.example', 'https://beta.example/base/'];

describe('a mailed link', () => {
  it.each([
    ['https://app.example', 'https://app.example'],
    ['https://beta.example', 'https://beta.example/base'],
    ['https://BETA.example:443/elsewhere?x=1', 'https://beta.example/base'],
  ])('asked for with %s leads to the configured address of that origin', (asked, expected) => {
    expect(linkBase(CONFIGURED, asked)).toBe(expected);
  });

  it.each([
    undefined,
    null,
    '',
    'nonsense',
    'null',
    'https://evil.example',
    'https://app.example.evil.example',
    'https://app.example@evil.example',
    'http://app.example',
    'https://app.example:8443',
    'javascript:alert(1)',
  ])('asked for with %p leads to the first configured address', (asked) => {
    expect(linkBase(CONFIGURED, asked)).toBe('https://app.example');
  });
});
