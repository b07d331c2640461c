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

/** Spellings that come first in the list win: those of the operation stand before those of the service. */
export function enumSpelling(
  type: GraphQLEnumType,
  directives: readonly EnumSpellingDirective[],
): EnumSpelling {
  const own = directives.filter((directive) => directive.of === type.name);
  const named = own.flatMap(({ values }) => values);
  const spell = CASES[own.find((directive) => directive.case)?.case ?? 'SNAKE'];
  const written = new Map(
    type.getValues().map(({ name }) => {
      const single = named.find(({ value }) => value === name);
      return [name, single?.as ?? spell(name.toLowerCase())];
    }),
  );
  const known = readings(written);
  return {
    documented: [...written.values()],
    write: (value) => written.get(value) ?? value,
    read: (text) => known.get(text),
  };
}

/** What callers may send: the documented spelling and its twins, unless a twin is another value's spelling. */
function readings(written: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const known = new Map([...written].map(([value, text]) => [text, value]));
  for (const [value, text] of written) {
    for (const twin of [snakeCase(text), camelCase(text)]) {
      if (!known.has(twin)) known.set(twin, value);
    }
  }
  return known;
}
