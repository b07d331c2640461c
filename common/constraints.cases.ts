import { Kind, parse } from 'graphql';
import { breachOf, checkValue, type Constraint, constraintOf } from './constraints';

/** The constraint of a field that is written `String @constraint(...)`. */
function constrained(text: string): Constraint {
  const [definition] = parse(`input I { field: String ${text} }`).definitions;
  if (definition?.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION) throw new Error('no input');
  const constraint = definition.fields?.[0] && constraintOf(definition.fields[0]);
  if (!constraint) throw new Error('no constraint');
  return constraint;
}

const check = (text: string, value: unknown): string | undefined =>
  checkValue(constrained(`@constraint(${text})`), value);

describe('a constraint', () => {
  it('is read from the definition, where there is one', () => {
    expect(constrained('@constraint(minLength: 1, maxLength: 2, format: EMAIL)')).toEqual({
      minLength: 1,
      maxLength: 2,
      format: 'EMAIL',
    });
    expect(() => constrained('@other')).toThrow('no constraint');
  });

  it.each([
    ['minLength: 1', '  ', 'must not be empty'],
    ['minLength: 3', ' ab ', 'must have at least 3 characters'],
    ['maxLength: 2', 'abc', 'must have at most 2 characters'],
    ['maxLength: 2', ' 😀😀 ', undefined],
    ['min: 1', 0, 'must be at least 1'],
    ['max: 100', 100.5, 'must be at most 100'],
    ['min: 1, max: 3', 2, undefined],
    ['above: 0', 0, 'must be greater than 0'],
    ['above: 0', 0.01, undefined],
    ['minItems: 1', [], 'must not be empty'],
    ['minItems: 2', ['a'], 'must have at least 2 items'],
    ['maxItems: 1', ['a', 'b'], 'must have at most 1 items'],
    ['maxItems: 3, maxLength: 2', ['a', 'abc'], 'must have at most 2 characters (item 2)'],
    ['pattern: "[0-9]{2}|x"', '12', undefined],
    ['pattern: "[0-9]{2}|x"', '123', 'does not have the expected form'],
    ['minLength: 1', null, undefined],
  ])('%s over %j: %s', (text, value, complaint) => {
    expect(check(text, value)).toBe(complaint);
  });

  it.each([
    ['minLength: 1', ' ', 'MISSING'],
    ['minLength: 2', 'a', 'LENGTH'],
    ['maxLength: 2', 'abc', 'LENGTH'],
    ['maxItems: 1', ['a', 'b'], 'LENGTH'],
    ['max: 100', 101, 'RANGE'],
    ['pattern: "[0-9]"', 'x', 'FORM'],
    ['format: URL', 'x', 'FORM'],
    ['max: 1', [1, 2], 'RANGE'],
  ])('%s is broken by %j in kind: %s', (text, value, kind) => {
    expect(breachOf(constrained(`@constraint(${text})`), value)?.kind).toBe(kind);
  });

  it.each(['ada@example.org', 'a.b+c@mail.example.org', 'ü@exämple.org'])('takes the address %s', (text) => {
    expect(check('format: EMAIL', text)).toBeUndefined();
  });

  it.each(['ada', 'ada@', '@example.org', 'a b@example.org', 'a@b', 'a@@b.org', `${'a'.repeat(250)}@b.org`])(
    'refuses the address %s',
    (text) => {
      expect(check('format: EMAIL', text)).toBe('must be an e-mail address');
    },
  );

  it('takes absolute addresses of the web only', () => {
    for (const text of ['https://example.org', 'http://localhost:3000/a?b']) {
      expect(check('format: URL', text)).toBeUndefined();
    }
    for (const text of [
      'example.org',
      '/a',
      'ftp://example.org',
      'javascript:alert(1)',
      'https:example.org',
      'https://',
    ]) {
      expect(check('format: URL', text)).toBe('must be an http or https address');
    }
  });
});
