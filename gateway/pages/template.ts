/** Fills the places of a page: `{{name}}` takes text, which is escaped, or markup that was made here. */

/** Markup that needs no escaping because its parts were escaped. */
export class Html {
  constructor(readonly markup: string) {}
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Throws for a place that has no value: a page with a hole in it is never served. */
export function fill(template: string, values: Readonly<Record<string, string | Html>>): Html {
  const markup = template.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The page has a place {{${name}}} and nothing to put there`);
    return value instanceof Html ? value.markup : escape(value);
  });
  return new Html(markup);
}

/** The template once for each of the rows. */
export function fillEach(template: string, rows: readonly Readonly<Record<string, string | Html>>[]): Html {
  return new Html(rows.map((row) => fill(template, row).markup).join('\n'));
}

/** Keeps what stands between `<!-- if NAME -->` and `<!-- end NAME -->`, or takes it out. */
export function choose(template: string, name: string, isKept: boolean): string {
  const section = new RegExp(`[ \\t]*<!-- if ${name} -->\\n([\\s\\S]*?)[ \\t]*<!-- end ${name} -->\\n`, 'g');
  return template.replace(section, (_all, inner: string) => (isKept ? inner : ''));
}
