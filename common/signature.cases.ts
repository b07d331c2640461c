import { SettableClock } from './clock';
import { isSigned, sign } from './signature';

const KEY = 'a key that nobody else has, at all';
const content = { body: '{"query":"{ a }"}', authorization: 'Bearer x' };

it('a signature holds for its key, its content and one minute', () => {
  const clock = new SettableClock();
  const signature = sign(KEY, content, clock);
  expect(isSigned(KEY, content, signature, clock)).toBe(true);
  expect(isSigned('another key', content, signature, clock)).toBe(false);
  expect(isSigned(KEY, { ...content, body: '{}' }, signature, clock)).toBe(false);
  expect(isSigned(KEY, { ...content, authorization: 'Bearer y' }, signature, clock)).toBe(false);
  expect(isSigned(KEY, { ...content, authorization: undefined }, signature, clock)).toBe(false);
  clock.advance(60);
  expect(isSigned(KEY, content, signature, clock)).toBe(true);
  clock.advance(1);
  expect(isSigned(KEY, content, signature, clock)).toBe(false);
});

it.each([undefined, '', 'v1=abc', 't=1,v1=zz', ['t=1']])('%p is no signature', (signature) => {
  expect(isSigned(KEY, content, signature, new SettableClock())).toBe(false);
});
