import { Completion, type Members, read, RISING, type Rising } from './completion';
import type { ProjectionInput } from './completion';
import { isRecord } from './places';
import type { ObjectShape, ProjectedField } from './types';

/**
 * Writes the members of the answer as JSON text, `"a":1,"b":{}`, or undefined when a null rose to the root. For
 * operations without rules of a caller: what those ask for is made of objects.
 */
export function projectText(shape: ObjectShape, input: ProjectionInput): string | undefined {
  return new TextProjection(input).root(shape);
}

/** Makes text; parts of an answer are made by one that knows more. */
export class TextProjection extends Completion<string> {
  protected readonly nothing = 'null';
  /** Objects that stand at several places look the same wherever the same is asked of them. */
  private readonly written = new Map<ObjectShape, Map<object, string>>();

  root(shape: ObjectShape): string | undefined {
    const { data } = this.input;
    const text = this.members(shape.fieldsOf(shape.type) ?? [], isRecord(data) ? data : {});
    return text === RISING ? undefined : text.slice(1, -1);
  }

  protected leaf(value: unknown): string {
    switch (typeof value) {
      case 'string':
        return quote(value);
      case 'number':
        return Number.isFinite(value) ? String(value) : this.nothing;
      case 'boolean':
        return value ? 'true' : 'false';
      default:
        return value === undefined ? this.nothing : JSON.stringify(value);
    }
  }

  protected list(elements: readonly string[]): string {
    return `[${elements.join(',')}]`;
  }

  protected members(fields: readonly ProjectedField[], source: Members): string | Rising {
    let text = '{';
    for (const field of fields) {
      if (!this.takesPart(field)) continue;
      const value = this.value(field, source);
      if (value === RISING) return RISING;
      text += text.length === 1 ? field.opening + value : `,${field.opening}${value}`;
    }
    return `${text}}`;
  }

  private value(field: ProjectedField, source: Members): string | Rising {
    const value = read(field, source, this.input);
    if (field.source.kind === 'introspection') return JSON.stringify(value ?? null);
    this.path.push(field.names[0]);
    const completed = this.complete(field.shape, value, field);
    this.path.pop();
    return completed;
  }

  protected override object(shape: ObjectShape, value: unknown, field: ProjectedField): string | Rising {
    const { shared, errors } = this.input;
    if (!isRecord(value) || !shared?.has(value)) return super.object(shape, value, field);
    const known = this.written.get(shape)?.get(value);
    if (known !== undefined) return known;
    const before = errors.length;
    const text = super.object(shape, value, field);
    // What went wrong in it must be told for each place.
    if (text !== RISING && errors.length === before) this.remember(shape, value, text);
    return text;
  }

  private remember(shape: ObjectShape, value: object, text: string): void {
    const texts = this.written.get(shape) ?? new Map<object, string>();
    this.written.set(shape, texts.set(value, text));
  }
}

/** What JSON must escape; nearly no text has any of it. */
// eslint-disable-next-line no-control-regex -- these are what must be escaped
const SPECIAL = /["\\\u0000-\u001f\ud800-\udfff]/;

const quote = (text: string): string => (SPECIAL.test(text) ? JSON.stringify(text) : `"${text}"`);
