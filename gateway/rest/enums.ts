/** How the values of an enum are spelled on the legacy side, in requests and in answers. */
import type { GraphQLEnumType } from 'graphql';
import type { EnumCase, EnumSpellingDirective } from './documents/directives';
import { camelCase, pascalCase, snakeCase } from './names';

export interface EnumSpelling {
  /** The documented spellings, in the order of the enum. */
  readonly documented: readonly string[];
  /** The legacy spelling of a value of the graph. */
  write(value: string): string;
  /** The value of the graph; undefined for a text that is none. */
  read(text: string): string | undefined;
}

const CASES: Readonly<Record<EnumCase, (name: string) => string>> = {
  SNAKE: (name) => name,
  CAMEL: camelCase,
  PASCAL: pascalCase,
};

/**
 * Spellings that come first in the list win: those of the operation stand before those of the service. What is said of a
 * value there stands in place of all that the service says of it.
 */
export function enumSpelling(
  type: GraphQLEnumType,
  directives: readonly EnumSpellingDirective[],
): EnumSpelling {
  const own = directives.filter((directive) => directive.of === type.name);
  const said = own.flatMap(({ values }) => values);
  const named = said.filter(({ value }, index) => said.findIndex((other) => other.value === value) === index);
  const spell = CASES[own.find((directive) => directive.case)?.case ?? 'SNAKE'];
  const written = new Map(
    type.getValues().map(({ name }) => {
      const single = named.find(({ value }) => value === name);
      return [name, single?.as ?? spell(name.toLowerCase())];
    }),
  );
  const accepted = named.flatMap(({ value, accept }) => accept.map((text): Reading => [text, value]));
  const ignoresCase = own.some(({ ignoreCase }) => ignoreCase);
  const fold = (text: string): string => (ignoresCase ? text.toLowerCase() : text);
  const known = readings(written, accepted, fold);
  return {
    documented: [...written.values()],
    write: (value) => written.get(value) ?? value,
    read: (text) => known.get(fold(text)),
  };
}

/** A text that callers may send, and the value of the graph that it means. */
type Reading = readonly [text: string, value: string];

/**
 * What callers may send: the documented spelling, what else the document accepts, and the twins of the documented one,
 * unless a twin is another value's spelling. A single word has no twin: in another case it is another text.
 */
function readings(
  written: ReadonlyMap<string, string>,
  accepted: readonly Reading[],
  fold: (text: string) => string,
): ReadonlyMap<string, string> {
  const documented = [...written].map(([value, text]): Reading => [text, value]);
  const twins = documented
    .filter(([text]) => snakeCase(text).includes('_'))
    .flatMap(([text, value]): Reading[] => [
      [snakeCase(text), value],
      [camelCase(text), value],
    ]);
  // The last one of a map wins.
  const all = [...documented, ...accepted, ...twins].reverse();
  return new Map(all.map(([text, value]) => [fold(text), value]));
}
