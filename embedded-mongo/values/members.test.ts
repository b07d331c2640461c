import { decode, encode } from './codec';
import { documentOf, keepOrder, membersOf, namesOf, withMember } from './members';
import { RawObject } from './raw';

const NAMES = ['b', '10', '9', '01', '-1', '4294967295', '4294967294', 'a'];

/** Lists of names in an order that comes from a seed. */
function orders(count: number): string[][] {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed % below;
  };
  return Array.from({ length: count }, () => {
    const left = [...NAMES];
    return NAMES.map(() => left.splice(next(left.length), 1)[0] as string);
  });
}

test('documents keep their members in every order, when made, when written and when read', () => {
  for (const names of orders(200)) {
    const made = documentOf(names.map((name, at) => [name, at]));
    const outer = encode({ list: [{ made }] });
    const read = decode(outer)['list'] as { made: object }[];
    for (const document of [made, read[0]?.made ?? {}]) {
      expect(namesOf(document)).toEqual(names);
      expect(membersOf(document)).toEqual(names.map((name, at) => [name, at]));
    }
    expect([...RawObject.parse(encode(made)).members.keys()]).toEqual(names);
    expect(encode(decode(outer))).toEqual(outer);
  }
});

test('another value takes the place of the first, a new member comes last, and one without a value goes', () => {
  const document = documentOf([
    ['b', 1],
    ['2', 2],
    ['1', 3],
  ]);
  expect(namesOf(withMember(document, '2', 9))).toEqual(['b', '2', '1']);
  expect(withMember(document, '2', 9)['2']).toBe(9);
  expect(namesOf(withMember(document, '0', 9))).toEqual(['b', '2', '1', '0']);
  expect(namesOf(withMember(document, 'b', undefined))).toEqual(['2', '1']);
  expect(namesOf(document)).toEqual(['b', '2', '1']);
});

test('of two members with one name, the first gives the place and the last the value', () => {
  const twice = documentOf([
    ['b', 1],
    ['1', 2],
    ['b', 3],
  ]);
  expect(membersOf(twice)).toEqual([
    ['b', 3],
    ['1', 2],
  ]);
});

test('a member named __proto__ is a member', () => {
  const document = documentOf([
    ['b', 1],
    ['__proto__', 2],
    ['1', 3],
  ]);
  keepOrder(document, ['b', '__proto__', '1']);
  expect([...RawObject.parse(encode(document)).members.keys()]).toEqual(['b', '__proto__', '1']);
  expect(encode(decode(encode(document)))).toEqual(encode(document));
});
