import { GraphQLError } from 'graphql';
import { hold } from '../conditions';
import { Explanations } from './explanations';
import { isRecord } from './places';
import { hasFallbacks, leavesOf, nested, pluck, put } from './rules';
import type { FieldRule } from '../types';
import type { LeafShape, ListShape, Members, ObjectShape, ProjectedField, Shape } from './types';

/** What a projection reads beside its shape. */
export interface ProjectionInput {
  readonly data: unknown;
  readonly introspection: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What went wrong before; the faults that the projection finds are added. */
  readonly errors: GraphQLError[];
  /** Objects that stand at several places of the data. */
  readonly shared: ReadonlySet<object>;
}

/** Stands for a null that may not stand where it is: the object around it becomes null. */
export const RISING = Symbol('rising null');
export type Rising = typeof RISING;

/**
 * Writes the answer: values as their types want them, under the names of the caller; null when a null rose to the
 * root. What stands at several places of the data may be one object in the answer.
 */
export function project(shape: ObjectShape, input: ProjectionInput): Members | null {
  return new Projection(input).root(shape);
}

/** What an object notes of the fallbacks below it. */
interface Notes {
  /** The length of the object's own path. */
  readonly depth: number;
  readonly paths: string[];
}

/** Makes objects; parts of an answer are made by one that knows more. */
export class Projection {
  /** Where in the answer the value stands that is being completed. */
  protected readonly path: (string | number)[] = [];
  private explanations: Explanations | undefined;
  /** What was made of shared objects: they look the same wherever the same is asked of them. */
  private readonly made = new Map<ObjectShape, Map<object, Members>>();
  /** Of the objects around the current place that take notes, the inner one last. */
  private readonly notes: Notes[] = [];

  constructor(protected readonly input: ProjectionInput) {}

  root(shape: ObjectShape): Members | null {
    const { data } = this.input;
    const members = this.members(shape.fieldsOf(shape.type) ?? [], isRecord(data) ? data : {});
    return members === RISING ? null : members;
  }

  protected members(fields: readonly ProjectedField[], source: Members): Members | Rising {
    const target: Members = {};
    for (const field of fields) {
      if (field.when && !this.takesPart(field)) continue;
      const isWritten = field.isPlain
        ? this.writePlain(field, source, target)
        : this.write(field, source, target);
      if (!isWritten) return RISING;
    }
    return target;
  }

  private takesPart({ when }: ProjectedField): boolean {
    return !when || when.some((conditions) => hold(conditions, this.input.variables));
  }

  /** Writes one member that no rule says more about; false when a null rises out of it. */
  private writePlain(field: ProjectedField, source: Members, target: Members): boolean {
    const [name] = field.names;
    this.path.push(name);
    const completed = this.complete(field.shape, this.read(field, source), field);
    this.path.pop();
    if (completed === RISING) return false;
    put(target, name, completed);
    return true;
  }

  private write(field: ProjectedField, source: Members, target: Members): boolean {
    const { rule, names } = field;
    const value = this.read(field, source);
    if (rule.hoist) return this.hoist(field, value, target);
    const depth = this.path.length;
    if (rule.nest) this.path.push(rule.nest[0]);
    this.path.push(names[0]);
    const completed = this.value(field, value);
    this.path.length = depth;
    if (completed === RISING) return false;
    if (completed === null && rule.omitNull) return true;
    for (const name of names) put(nested(target, rule.nest), name, completed);
    return true;
  }

  /** What the data, or the schema, have for a field. */
  private read({ source }: ProjectedField, object: Members): unknown {
    switch (source.kind) {
      case 'data':
        return object[source.name];
      case 'typename':
        return source.name;
      case 'introspection':
        return this.input.introspection[source.name];
    }
  }

  private value(field: ProjectedField, value: unknown): unknown {
    if (field.source.kind === 'introspection') return value ?? null;
    const { fallback, pluck: member } = field.rule;
    if (!fallback) return pluck(this.complete(field.shape, value, field), member);
    const completed = isAbsent(value) ? null : this.present(field.shape, value, field);
    if (completed !== null && completed !== RISING) return pluck(completed, member);
    this.note(fallback);
    return fallback.value;
  }

  /** Notes that a fallback stands at the current place. */
  private note({ value, isNoted }: NonNullable<FieldRule['fallback']>): void {
    const notes = isNoted ? this.notes.at(-1) : undefined;
    if (notes) notes.paths.push(...leavesOf(value, this.path.slice(notes.depth).join('.')));
  }

  /** The value as its type wants it. */
  protected complete(shape: Shape, value: unknown, field: ProjectedField): unknown {
    const completed = isAbsent(value) ? null : this.present(shape, value, field);
    if (completed === RISING) return shape.nullable ? null : RISING;
    if (completed !== null || shape.nullable) return completed;
    this.explainNull(field);
    return RISING;
  }

  private present(shape: Shape, value: unknown, field: ProjectedField): unknown {
    switch (shape.kind) {
      case 'leaf':
        return this.leaf(shape, value);
      case 'list':
        return this.list(shape, value, field);
      case 'object':
        return this.object(shape, value, field);
    }
  }

  private leaf(shape: LeafShape, value: unknown): unknown {
    try {
      return shape.write(value);
    } catch (error) {
      this.fault(error instanceof Error ? error.message : 'The value cannot be represented.');
      return null;
    }
  }

  private list(shape: ListShape, value: unknown, field: ProjectedField): unknown {
    if (!Array.isArray(value)) {
      this.fault(`Expected a list for field "${field.label}".`);
      return null;
    }
    const elements: unknown[] = [];
    const depth = this.path.push(0) - 1;
    for (let index = 0; index < value.length; index += 1) {
      this.path[depth] = index;
      const completed = this.complete(shape.of, value[index], field);
      if (completed === RISING) break;
      elements.push(completed);
    }
    this.path.pop();
    return elements.length < value.length ? RISING : elements;
  }

  private object(shape: ObjectShape, value: unknown, field: ProjectedField): unknown {
    if (!isRecord(value)) {
      this.fault(`Expected an object for field "${field.label}".`);
      return null;
    }
    const fields = shape.fieldsOf(typeOf(shape, value));
    if (fields && isAnnotated(field.rule)) return this.annotated(field.rule, fields, value);
    if (fields) {
      const isReusable = this.input.shared.has(value) && this.notes.length === 0;
      return isReusable ? this.once(shape, fields, value) : this.members(fields, value);
    }
    this.fault(`Field "${field.label}" has a value of a type that is not known here.`);
    return null;
  }

  /** An object with members beside what is selected. */
  private annotated(
    { notes: name, constants }: FieldRule,
    fields: readonly ProjectedField[],
    value: Members,
  ): Members | Rising {
    const notes: Notes = { depth: this.path.length, paths: [] };
    if (name !== undefined) this.notes.push(notes);
    const members = this.members(fields, value);
    if (name !== undefined) this.notes.pop();
    if (members === RISING) return RISING;
    Object.assign(members, constants);
    if (name !== undefined && notes.paths.length > 0) members[name] = notes.paths;
    return members;
  }

  private once(shape: ObjectShape, fields: readonly ProjectedField[], value: Members): unknown {
    const known = this.made.get(shape)?.get(value);
    if (known) return known;
    const { errors } = this.input;
    const before = errors.length;
    const members = this.members(fields, value);
    // What went wrong in it must be told for each place.
    if (members !== RISING && errors.length === before) {
      const all = this.made.get(shape) ?? new Map<object, Members>();
      this.made.set(shape, all.set(value, members));
    }
    return members;
  }

  /** Writes the members of an object into the object around it, or their fallbacks when there is no object. */
  private hoist(field: ProjectedField, value: unknown, target: Members): boolean {
    const { shape, names } = field;
    if (shape.kind !== 'object') return true;
    const members = isAbsent(value) ? null : this.hoistable(shape, value, field);
    const absent = shape.fieldsOf(shape.type) ?? [];
    if (isRecord(members)) {
      for (const name of Object.keys(members)) put(target, name, members[name]);
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
    if (isRecord(value) && fields) {
      return isAnnotated(field.rule)
        ? this.annotated(field.rule, fields, value)
        : this.members(fields, value);
    }
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
      this.path.push(names[0]);
      if (rule.fallback) this.note(rule.fallback);
      this.path.pop();
      for (const name of names) put(nested(target, rule.nest), name, value);
    }
  }

  private explainNull({ label }: ProjectedField): void {
    this.explanations ??= new Explanations(this.input.errors);
    if (this.explanations.explain(this.path)) return;
    this.fault(`Cannot return null for non-nullable field ${label}.`);
  }

  private fault(message: string): void {
    const error = new GraphQLError(message, { path: [...this.path] });
    this.input.errors.push(error);
    this.explanations?.add(error);
  }
}

const isAnnotated = ({ notes, constants }: FieldRule): boolean =>
  notes !== undefined || constants !== undefined;

/** Data hold no functions: where a field is called `toString` and is not there, every object has one all the same. */
function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined || typeof value === 'function';
}

/** The concrete type; when the data do not tell, nothing that is selected depends on it. */
function typeOf(shape: ObjectShape, value: Members): string {
  const typename = value['__typename'];
  return shape.abstract && typeof typename === 'string' ? typename : shape.type;
}
