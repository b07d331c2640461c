import { Completion, isAbsent, type Members, read, RISING, type Rising, typeOf } from './completion';
import type { ProjectionInput } from './completion';
import { isRecord } from './places';
import type { ObjectShape, ProjectedField } from './types';

/** Writes the answer as an object, or null when a null rose to the root. */
export function project(shape: ObjectShape, input: ProjectionInput): Members | null {
  return new Projection(input).root(shape);
}

/** Makes objects, and knows the rules that callers have for fields. */
class Projection extends Completion<unknown> {
  protected readonly nothing = null;

  root(shape: ObjectShape): Members | null {
    const { data } = this.input;
    const members = this.members(shape.fieldsOf(shape.type) ?? [], isRecord(data) ? data : {});
    return members === RISING ? null : members;
  }

  protected leaf(value: unknown): unknown {
    return value;
  }

  protected list(elements: readonly unknown[]): unknown {
    return elements;
  }

  protected members(fields: readonly ProjectedField[], source: Members): Members | Rising {
    const target = emptyObject();
    for (const field of fields) {
      if (this.takesPart(field) && !this.write(field, source, target)) return RISING;
    }
    return target;
  }

  /** Writes one member; false when a null rises out of it. */
  private write(field: ProjectedField, source: Members, target: Members): boolean {
    const { rule, names } = field;
    const value = read(field, source, this.input);
    if (rule.hoist) return this.hoist(field, value, target);
    this.path.push(names[0]);
    const completed = this.value(field, value);
    this.path.pop();
    if (completed === RISING) return false;
    if (completed === null && rule.omitNull) return true;
    for (const name of names) target[name] = completed;
    return true;
  }

  private value(field: ProjectedField, value: unknown): unknown {
    if (field.source.kind === 'introspection') return value ?? null;
    const { fallback, pluck: member } = field.rule;
    if (!fallback) return pluck(this.complete(field.shape, value, field), member);
    const completed = isAbsent(value) ? null : this.present(field.shape, value, field);
    return completed === null || completed === RISING ? fallback.value : pluck(completed, member);
  }

  /** Writes the members of an object into the object around it, or their fallbacks when there is no object. */
  private hoist(field: ProjectedField, value: unknown, target: Members): boolean {
    const { shape, names } = field;
    if (shape.kind !== 'object') return true;
    const members = isAbsent(value) ? null : this.hoistable(shape, value, field);
    const absent = shape.fieldsOf(shape.type) ?? [];
    if (isRecord(members)) {
      Object.assign(target, members);
    } else if (shape.nullable || hasFallbacks(absent)) {
      this.writeAbsent(absent, target);
    } else {
      this.path.push(names[0]);
      if (members === null) this.explainNull(field);
      this.path.pop();
      return false;
    }
    return true;
  }

  /** The members of a hoisted object stand in the object around it: errors name them there. */
  private hoistable(shape: ObjectShape, value: unknown, field: ProjectedField): unknown {
    const fields = shape.fieldsOf(isRecord(value) ? typeOf(shape, value) : shape.type);
    if (isRecord(value) && fields) return this.members(fields, value);
    this.path.push(field.names[0]);
    const completed = this.object(shape, value, field);
    this.path.pop();
    return completed;
  }

  private writeAbsent(fields: readonly ProjectedField[], target: Members): void {
    for (const field of fields) {
      const { rule, names, shape } = field;
      if (!this.takesPart(field)) continue;
      if (rule.hoist && shape.kind === 'object') {
        this.writeAbsent(shape.fieldsOf(shape.type) ?? [], target);
        continue;
      }
      const value = rule.fallback ? rule.fallback.value : null;
      if (value === null && rule.omitNull) continue;
      for (const name of names) target[name] = value;
    }
  }
}

/** One member of each object of a list; objects that do not have it, because it is omitted, are left out. */
function pluck(list: unknown, member: string | undefined): unknown {
  if (member === undefined || !Array.isArray(list)) return list;
  return list
    .filter((element: unknown) => !isRecord(element) || member in element)
    .map((element: unknown) => (isRecord(element) ? element[member] : null));
}

function hasFallbacks(fields: readonly ProjectedField[]): boolean {
  return fields.some(({ rule, shape }) =>
    rule.hoist && shape.kind === 'object'
      ? hasFallbacks(shape.fieldsOf(shape.type) ?? [])
      : rule.fallback !== undefined,
  );
}

/** Without a prototype: a caller may name a member `__proto__`. */
function emptyObject(): Members {
  return Object.create(null) as Members;
}
