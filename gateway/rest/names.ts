/** The two spellings of a name of several words. Sources: traction.yaml (responseCasing, requestCasing), account.yaml. */
import type { Spelling } from './documents/directives';

// An acronym, also in the plural ("KPIs"), is one word: sharedKPIs is shared_kpis.
const WORDS = /[A-Z]{2,}s(?![a-z])|[A-Z]{2,}(?![a-z])|[A-Z]?[a-z0-9]+|[A-Z]/g;

/** `sharedKpiId` → `shared_kpi_id`. */
export function snakeCase(name: string): string {
  if (name.includes('_')) return name.toLowerCase();
  return (name.match(WORDS) ?? [name]).map((word) => word.toLowerCase()).join('_');
}

/** `shared_kpi_id` → `sharedKpiId`; a name without underscores begins in lower case and stays otherwise. */
export function camelCase(name: string): string {
  const joined = name.replace(/_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}

/** `not_started` → `NotStarted`. */
export function pascalCase(name: string): string {
  const joined = camelCase(name);
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

/** The name in all spellings in which callers may send it, each once. */
export const twins = (name: string): readonly string[] => [
  ...new Set([name, camelCase(name), snakeCase(name)]),
];

/** The names under which a member is written. A name that holds an underscore was spelled by its document: it stays. */
export function spelledNames(name: string, spelling: Spelling): readonly [string, ...string[]] {
  if (spelling === 'CAMEL' || name.includes('_')) return [name];
  const snake = snakeCase(name);
  return spelling === 'SNAKE' || snake === name ? [snake] : [name, snake];
}
