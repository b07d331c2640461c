/** Faults that the graph found, told with the names that the caller used. */
import type { FaultKind } from '../../../common/errors';
import type { VariableUsage } from '../documents/usages';
import { type Fault, worded } from '../request/faults';
import type { Incoming, VariableReader } from '../request/reader';

/** What an error of the graph tells of members, by their paths there. */
export interface ToldFields {
  readonly fields: Readonly<Record<string, unknown>>;
  /** What is wrong with them, where the subgraph tells it. */
  readonly kinds: Readonly<Record<string, unknown>>;
}

export interface FieldTranslator {
  translate(told: ToldFields, incoming: Incoming): readonly Fault[];
}

interface Place {
  readonly reader: VariableReader;
  /** Below the variable. */
  readonly below: readonly string[];
}

/** The argument that subgraphs leave out of their paths: nearly every mutation has it and no other. */
const INPUT = 'input';

export function fieldTranslator(
  readers: readonly VariableReader[],
  usages: readonly VariableUsage[],
): FieldTranslator {
  return {
    translate: ({ fields, kinds }, incoming) =>
      Object.entries(fields).map(([graphPath, told]) => {
        const path = graphPath.split('.');
        const place = find(path, readers, usages);
        const name = place?.reader.spell(incoming, place.below) ?? graphPath;
        const member = (place?.below ?? []).filter((key) => !/^\d+$/.test(key)).join('.');
        const kind = kinds[graphPath];
        const text = inCallersWords(String(told), path, name);
        const found = { path: name, member, kind: isFaultKind(kind) ? kind : undefined, text };
        return worded(place?.reader.faults ?? [], found);
      }),
  };
}

const KINDS: readonly unknown[] = ['MISSING', 'FORM', 'LENGTH', 'RANGE'] satisfies FaultKind[];

const isFaultKind = (kind: unknown): kind is FaultKind => KINDS.includes(kind);

/** The variable that fills a path of the arguments, the nearest one. */
function find(
  path: readonly string[],
  readers: readonly VariableReader[],
  usages: readonly VariableUsage[],
): Place | undefined {
  const candidates = usages.flatMap((usage) => {
    const short = usage.path[0] === INPUT ? [usage.path.slice(1)] : [];
    const prefix = [usage.path, ...short].find((start) => start.every((name, index) => path[index] === name));
    const reader = readers.find(({ name }) => name === usage.variable);
    return prefix && reader ? [{ reader, below: path.slice(prefix.length) }] : [];
  });
  candidates.sort((a, b) => a.below.length - b.below.length);
  return candidates[0];
}

/** Texts begin with the name of the member that they speak of, as the graph knows it. */
function inCallersWords(text: string, path: readonly string[], name: string): string {
  const known = [path.join('.'), path.at(-1) ?? ''].find((said) => text.startsWith(`${said} `));
  return known === undefined ? text : `${name}${text.slice(known.length)}`;
}
