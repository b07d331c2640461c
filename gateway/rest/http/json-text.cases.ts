import fc from 'fast-check';
import { flawOf } from './json-text';

/** The flaw as JSON.parse can see it: what it takes of a doubled member is less than what the text has. */
const survives = (text: string, value: unknown): boolean =>
  JSON.stringify(JSON.parse(text)) === JSON.stringify(value);

describe('a JSON text', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":{"b":[0,{"c":1,"d":{},"c":[]}]}}', 'a.b.1.c'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{ "a" : "x,\\"a\\":1" , "b" : [ ] , "b" : null }', 'b'],
    ['[{"":1,"":2}]', '0.'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ])('names the member that it has twice: %s', (text, path) => {
    expect(flawOf(text)).toEqual({ kind: 'twice', path });
  });

  it.each(['{"a":{"a":1},"b":["a","a"]}', '[{"a":1},{"a":2}]', '"\\\\"', '{"\\\\":1,"\\"":2}', ' [ ] ', '7'])(
    'may have one name in several objects, and anything in its texts: %s',
    (text) => {
      expect(flawOf(text)).toBeUndefined();
    },
  );

  it('of any value has no member twice, until one is added', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.integer({ min: 0, max: 3 }), (text, indent) => {
        const value: unknown = JSON.parse(text);
        expect(flawOf(JSON.stringify(value, null, indent))).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), fc.jsonValue(), (name, first, second) => {
        const member = (value: unknown): string => `${JSON.stringify(name)}:${JSON.stringify(value)}`;
        const text = `{${member(first)},"other ${'x'.repeat(3)}":0,${member(second)}}`;
        fc.pre(name !== 'other xxx');
        expect(survives(text, { [name]: first, 'other xxx': 0 })).toBe(
          JSON.stringify(first) === JSON.stringify(second) && name !== '__proto__',
        );
        expect(flawOf(text)).toEqual({ kind: 'twice', path: name });
      }),
    );
  });

  it('is nested no deeper than 64 levels', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(flawOf(nested(64))).toBeUndefined();
    expect(flawOf(nested(65))).toEqual({ kind: 'deep' });
    expect(flawOf('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000))).toEqual({ kind: 'deep' });
  });
});
