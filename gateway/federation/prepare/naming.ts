import { isLeafType, isListType, isNonNullType, print } from 'graphql';
import type { GraphQLOutputType } from 'graphql';
import type { Supergraph } from '../supergraph';
import { fallible } from './fallible';
import type { Selected, SelectedField } from './selection';

/** The name under which each field stands in the planner's operation and in the data that subgraphs send. */
export type InternalNames = ReadonlyMap<SelectedField, string>;

/** What naming must know of the supergraph. */
export type NamingFacts = Pick<Supergraph, 'fieldNames'>;

/**
 * Gives every field an internal name: its own. Client aliases have no part in it, so that they can never
 * overwrite a key or a required field. Only where one field stands twice in one object with different
 * arguments (with types that cannot be merged, or below which different fields may fail) do the later ones get a
 * generated alias.
 */
export function nameFields(facts: NamingFacts, root: readonly Selected[]): InternalNames {
  const names = new Map<SelectedField, string>();
  nameLevel(facts, root, names);
  return names;
}

/** One level is all that is selected of one object, whichever fragments and duplicate fields it came from. */
function nameLevel(facts: NamingFacts, level: readonly Selected[], names: Map<SelectedField, string>): void {
  const used = new Set<string>();
  for (const slot of slotsOf(level)) {
    const name = freeName(facts, slot[0], used);
    used.add(name);
    for (const field of slot) names.set(field, name);
    nameLevel(
      facts,
      slot.flatMap(({ selections }) => selections),
      names,
    );
  }
}

type Slot = [SelectedField, ...SelectedField[]];

/** Fields that may share one place in the data: same field, same arguments, mergeable types, failing together. */
function slotsOf(level: readonly Selected[]): Slot[] {
  const slots = groups(fieldsOf(level), slotKey);
  return slots.flatMap((slot) => {
    const answers = groups(slot, ({ responseKey }) => responseKey);
    return answers.length === 1 ? [slot] : groups(answers, fallible).map((alike) => alike.flat() as Slot);
  });
}

function groups<T>(values: Iterable<T>, keyOf: (value: T) => string): [T, ...T[]][] {
  const found = new Map<string, [T, ...T[]]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = found.get(key);
    if (group) group.push(value);
    else found.set(key, [value]);
  }
  return [...found.values()];
}

function* fieldsOf(level: readonly Selected[]): Generator<SelectedField> {
  for (const selected of level) {
    if (selected.kind === 'field') yield selected;
    else yield* fieldsOf(selected.selections);
  }
}

function slotKey({ node, definition, directives }: SelectedField): string {
  const args = (node.arguments ?? []).map(print).sort();
  return `${definition.name}(${args.join()})${directives.map(print).join()}:${shapeOf(definition.type)}`;
}

/** Two types with equal shapes may stand under one name: what the specification asks of merged fields. */
function shapeOf(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return `${shapeOf(type.ofType)}!`;
  if (isListType(type)) return `[${shapeOf(type.ofType)}]`;
  return isLeafType(type) ? type.name : '{}';
}

function freeName(facts: NamingFacts, { definition }: SelectedField, used: ReadonlySet<string>): string {
  const { name } = definition;
  if (!used.has(name)) return name;
  let number = 1;
  while (used.has(alias(name, number)) || facts.fieldNames.has(alias(name, number))) number += 1;
  return alias(name, number);
}

function alias(name: string, number: number): string {
  return `${name}__${number}`;
}
