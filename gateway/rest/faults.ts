/** Faults of the documents: found when the gateway starts, all of them, each with its place. */
import { type ASTNode, getLocation, type GraphQLError, type Location, type Source } from 'graphql';

export interface DocumentFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The source line that the place lies in. */
  readonly source: string;
}

/** A fault at a node of a document. */
export function faultAt(node: ASTNode, message: string): DocumentFault {
  return faultIn(node.loc, message);
}

/** A fault that graphql-js found. */
export function faultOf(error: GraphQLError): DocumentFault {
  const loc = error.nodes?.[0]?.loc;
  if (loc) return faultIn(loc, error.message);
  const [position] = error.positions ?? [];
  return error.source && position !== undefined
    ? faultAtPosition(error.source, position, error.message)
    : faultIn(undefined, error.message);
}

/** A fault of a file or folder as a whole. */
export const faultOfFile = (file: string, message: string): DocumentFault => ({
  file,
  line: 1,
  column: 1,
  message,
  source: '',
});

function faultIn(loc: Location | undefined, message: string): DocumentFault {
  return loc ? faultAtPosition(loc.source, loc.start, message) : faultOfFile('(no place)', message);
}

function faultAtPosition(source: Source, position: number, message: string): DocumentFault {
  const { line, column } = getLocation(source, position);
  return {
    file: source.name,
    line,
    column,
    message,
    source: source.body.split(/\r\n|[\n\r]/)[line - 1] ?? '',
  };
}

/** Thrown when documents cannot be compiled; the message lists every fault. */
export class DocumentFaults extends Error {
  readonly faults: readonly DocumentFault[];

  constructor(found: readonly DocumentFault[]) {
    const faults = inOrder(found);
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    super([`${count} in the REST documents:`, ...faults.map(show)].join('\n\n'));
    this.name = 'DocumentFaults';
    this.faults = faults;
  }
}

/** By place, each once: a fault in a shared fragment is found by every operation that uses it. */
function inOrder(found: readonly DocumentFault[]): readonly DocumentFault[] {
  const unique = new Map(found.map((fault) => [headline(fault), fault]));
  return [...unique.values()].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const headline = ({ file, line, column, message }: DocumentFault): string =>
  `${file}:${line}:${column} ${message}`;

function show(fault: DocumentFault): string {
  if (fault.source === '') return headline(fault);
  const margin = `${fault.line} | `;
  const caret = `${' '.repeat(margin.length - 2)}| ${' '.repeat(fault.column - 1)}^`;
  return [headline(fault), `${margin}${fault.source}`, caret].join('\n');
}
