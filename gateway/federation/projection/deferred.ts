import { hold } from '../conditions';
import type { Conditions } from '../conditions';
import { RISING } from './completion';
import type { Members, ProjectionInput, Rising } from './completion';
import { candidates, isRecord } from './places';
import type { Path } from './places';
import { TextProjection } from './text';
import type { ObjectShape, ProjectedField, Shape } from './types';

/** What a deferred fragment adds to an object of one type. */
export interface DeferredPart {
  /** The id of the fragment. */
  readonly id: string;
  /** What the caller has called it. */
  readonly label: string | undefined;
  /** It comes when all of these hold. */
  readonly conditions: Conditions;
  readonly fields: readonly ProjectedField[];
}

/** What comes later for an object of which these fields are written. */
export type Hanging = WeakMap<readonly ProjectedField[], readonly DeferredPart[]>;

/** An answer without what comes later, and what hangs where in it. */
export interface DeferredShape {
  readonly shape: ObjectShape;
  readonly hanging: Hanging;
}

/** An object of the answer for which a part comes later. */
export interface DeferredPlace {
  readonly part: DeferredPart;
  readonly path: Path;
  readonly object: Members;
}

/** What is written at one time, and the objects in it for which something comes later. */
export interface Written {
  /** JSON text; `null` when a null rose to the top. */
  readonly text: string | undefined;
  readonly places: readonly DeferredPlace[];
}

/** Writes the members of the answer that comes first; undefined in place of text when a null rose to the root. */
export function projectInitial({ shape, hanging }: DeferredShape, input: ProjectionInput): Written {
  const projection = new DeferringProjection(input, hanging);
  const text = projection.root(shape);
  return { text, places: text === undefined ? [] : projection.places };
}

/** Writes one part at its place; undefined in place of text when a null rose out of it. */
export function projectPart(place: DeferredPlace, hanging: Hanging, input: ProjectionInput): Written {
  const projection = new DeferringProjection(input, hanging);
  const text = projection.partAt(place);
  return { text, places: text === undefined ? [] : projection.places };
}

/** Notes for which objects something comes later. What became null has no such objects in it. */
class DeferringProjection extends TextProjection {
  readonly places: DeferredPlace[] = [];

  constructor(
    input: ProjectionInput,
    private readonly hanging: Hanging,
  ) {
    super(input);
  }

  partAt({ part, path, object }: DeferredPlace): string | undefined {
    this.path.push(...path);
    const text = this.members(part.fields, object);
    return text === RISING ? undefined : text;
  }

  protected override complete(shape: Shape, value: unknown, field: ProjectedField): string | Rising {
    const before = this.places.length;
    const completed = super.complete(shape, value, field);
    if (completed === RISING || completed === this.nothing) this.places.length = before;
    return completed;
  }

  protected override members(fields: readonly ProjectedField[], source: Members): string | Rising {
    for (const part of this.hanging.get(fields) ?? []) {
      if (!hold(part.conditions, this.input.variables)) continue;
      this.places.push({ part, path: [...this.path], object: source });
    }
    return super.members(fields, source);
  }
}

/** Whether something at this path of the answer is among these fields of the object at `depth` of it. */
export function shows(
  fields: readonly ProjectedField[],
  object: unknown,
  path: Path,
  depth: number,
): boolean {
  if (depth >= path.length) return true;
  const field = fields.find(({ names }) => names[0] === path[depth]);
  if (!field) return false;
  const { source } = field;
  let value = source.kind === 'data' && isRecord(object) ? object[source.name] : undefined;
  let shape = field.shape;
  let below = depth + 1;
  for (; shape.kind === 'list' && below < path.length; below += 1) {
    value = Array.isArray(value) ? (value[Number(path[below])] as unknown) : undefined;
    shape = shape.of;
  }
  if (shape.kind !== 'object') return true;
  return shows(candidates(shape, isRecord(value) ? value : undefined), value, path, below);
}
