import { location } from '../../errors';
import { regexParts } from '../../values/order';
import { compileRegex } from '../../values/regex';
import { typeName } from '../../values/type-names';
import { RANK, rankOf } from '../../values/types';
import { isNullish, overNamed } from '../operator';
import type { Operators } from '../operator';

/** The pattern of a `$regexFind` and its like. Throws where there is none, or options twice. */
function patternOf(name: string, regex: unknown, options: unknown): RegExp {
  if (!isNullish(options) && typeof options !== 'string')
    throw location(51106, `${name} needs 'options' to be of type string`);
  if (typeof regex === 'string') return searching(compileRegex(regex, options ?? ''));
  if (rankOf(regex) !== RANK.regex)
    throw location(51105, `${name} needs 'regex' to be of type string or regex`);
  const parts = regexParts(regex);
  if (parts.options !== '' && !isNullish(options))
    throw location(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`);
  return searching(compileRegex(parts.pattern, options ?? parts.options));
}

function searching(regex: RegExp): RegExp {
  return new RegExp(regex.source, `${regex.flags}g`);
}

function shown(match: RegExpMatchArray): object {
  const [text, ...captures] = match;
  const before = (match.input ?? '').slice(0, match.index);
  return {
    match: text,
    idx: Array.from(before).length,
    captures: captures.map((capture) => (capture as string | undefined) ?? null),
  };
}

function matching(
  name: string,
  nothing: unknown,
  compute: (matches: Iterator<RegExpMatchArray>) => unknown,
): Operators {
  const codes = { notObject: 51103, unknown: 31024, missing: 31022 };
  return {
    [name]: overNamed(name, ['input', 'regex'], ['options'], codes, ({ input, regex, options }) => {
      if (!isNullish(input) && typeof input !== 'string')
        throw location(51104, `${name} needs 'input' to be of type string, found ${typeName(input)}`);
      if (isNullish(input) || isNullish(regex)) return nothing;
      return compute(input.matchAll(patternOf(name, regex, options)));
    }),
  };
}

/** Operators with regular expressions. */
export const REGEX_OPERATORS: Operators = {
  ...matching('$regexMatch', false, (matches) => matches.next().done !== true),
  ...matching('$regexFind', null, (matches) => {
    const first = matches.next();
    return first.done === true ? null : shown(first.value);
  }),
  ...matching('$regexFindAll', [], (matches) => {
    const found: object[] = [];
    for (let next = matches.next(); next.done !== true; next = matches.next()) found.push(shown(next.value));
    return found;
  }),
};
