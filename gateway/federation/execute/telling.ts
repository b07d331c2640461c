import type { GraphQLError } from 'graphql';
import { shows } from '../projection/deferred';
import type { DeferredPlace } from '../projection/deferred';
import type { Path } from '../projection/places';
import type { ProjectedField } from '../projection/types';

/** Fields of one object that the reader gets together. */
interface View {
  readonly path: Path;
  readonly fields: readonly ProjectedField[];
  readonly object: unknown;
}

/** A part as it was written. */
interface WrittenPart {
  readonly place: DeferredPlace;
  readonly data: unknown;
}

/**
 * Tells each error of an execution once, with what it is about: what is answered first, or the part in which its field
 * stands. What is about no field that the reader sees goes with what is sent next. Errors are found by their paths: of
 * a list whose elements all fail there are as many errors as parts.
 */
export class Telling {
  private readonly initial: View[] = [];
  private readonly untold = new Set<GraphQLError>();
  private readonly at = new Map<string, GraphQLError[]>();
  /** At a path or below it. */
  private readonly under = new Map<string, GraphQLError[]>();
  private found = 0;

  constructor(private readonly errors: GraphQLError[]) {}

  /** Notes what is answered first. */
  show(view: View): void {
    this.initial.push(view);
  }

  all(): readonly GraphQLError[] {
    return this.errors;
  }

  /** The errors to go with what is answered first. */
  ofInitial(waiting: readonly Path[]): GraphQLError[] {
    this.find();
    const isLater = isBelow(waiting);
    const isShown = (error: GraphQLError): boolean => this.initial.some((view) => isIn(view, error));
    return this.tell([...this.untold].filter((error) => isShown(error) || !isLater(error)));
  }

  /** The errors to go with each of these parts. */
  ofParts(parts: readonly WrittenPart[], waiting: readonly Path[]): GraphQLError[][] {
    this.find();
    const own = parts.map(({ place: { path, part, object }, data }) => {
      const about = this.get(this.under, path).filter((error) =>
        isIn({ path, fields: part.fields, object }, error),
      );
      const news = this.tell(about.filter((error) => this.untold.has(error)));
      // That there is nothing is never left unexplained.
      return news.length === 0 && data === null ? about : news;
    });
    const isLater = isBelow(waiting);
    own[0]?.push(...this.tell([...this.untold].filter((error) => !isLater(error))));
    return own;
  }

  /** Writes something at a path, knowing what went wrong there; keeps the errors that it adds. */
  projecting<T>(path: Path, write: (errors: GraphQLError[]) => T): T {
    this.find();
    const above = path.map((_, length) => this.get(this.at, path.slice(0, length)));
    const before = [...above.flat(), ...this.get(this.under, path)];
    const errors = [...before];
    const written = write(errors);
    const known = new Set(before.map(identify));
    this.errors.push(...errors.slice(before.length).filter((error) => !known.has(identify(error))));
    return written;
  }

  /** Takes the errors into account that have been added. */
  private find(): void {
    for (; this.found < this.errors.length; this.found += 1) {
      const error = this.errors[this.found];
      if (!error) continue;
      this.untold.add(error);
      const { path } = error;
      if (!path) continue;
      put(this.at, path, error);
      for (let length = 0; length <= path.length; length += 1) put(this.under, path.slice(0, length), error);
    }
  }

  private get(errors: ReadonlyMap<string, readonly GraphQLError[]>, path: Path): readonly GraphQLError[] {
    return errors.get(keyOf(path)) ?? [];
  }

  private tell(errors: GraphQLError[]): GraphQLError[] {
    for (const error of errors) this.untold.delete(error);
    return errors;
  }
}

function isIn({ path: at, fields, object }: View, { path }: GraphQLError): boolean {
  return path !== undefined && shows(fields, object, path, at.length);
}

/** Tells which errors stand at one of these paths or below it. */
function isBelow(paths: readonly Path[]): (error: GraphQLError) => boolean {
  const keys = new Set(paths.map(keyOf));
  return ({ path }) => {
    if (!path) return false;
    for (let length = 0; length <= path.length; length += 1) {
      if (keys.has(keyOf(path.slice(0, length)))) return true;
    }
    return false;
  };
}

function put(errors: Map<string, GraphQLError[]>, path: Path, error: GraphQLError): void {
  const key = keyOf(path);
  const known = errors.get(key);
  if (known) known.push(error);
  else errors.set(key, [error]);
}

const keyOf = (path: Path): string => path.join('\u0000');

const identify = ({ message, path = [] }: GraphQLError): string => `${keyOf(path)}\u0000${message}`;
