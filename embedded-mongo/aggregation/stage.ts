import { compileExpression } from '../expressions/compile';
import type { Expression, Variables } from '../expressions/scope';
import type { FindRequest, FoundDocument } from '../query/find';
import { decode, encode } from '../values/codec';
import type { Document } from '../values/codec';

/** A stage that is ready to run: documents in, documents out. Documents are never changed in place. */
export type Stage = (input: Iterable<Document>, variables: Variables) => Iterable<Document>;

/** Runs a find on a collection of the pipeline's database, by its name. */
export type FindIn = (collection: string, request: FindRequest) => Found;

/** What a find brings; where an index knows how many that is, it need not be walked to count. */
export interface Found extends Iterable<FoundDocument> {
  readonly total?: () => number | undefined;
}

/** What a stage is compiled in. */
export interface StageContext {
  /** The variables that expressions may refer to. */
  readonly names: readonly string[];
  /** The BSON bytes that a document was read from or written as, so that nothing of it is lost where nothing changes. */
  readonly bytes: WeakMap<Document, Uint8Array>;
  readonly findIn: FindIn;
  /** Called for every document between stages; ends the pipeline where it throws. */
  readonly onDocument?: (() => void) | undefined;
  /** Compiles a pipeline inside of a stage. */
  readonly compile: (pipeline: unknown, context: StageContext) => Pipeline;
}

/** A pipeline that is ready to run, on documents or on a collection. */
export interface Pipeline {
  readonly on: (documents: Iterable<Document>, variables: Variables) => Iterable<Document>;
  readonly onCollection: (collection: string, variables: Variables, filter?: Document) => Iterable<Document>;
}

/** Makes a stage from its operand. Throws the real server's errors for an operand that makes no sense. */
export type CompileStage = (operand: unknown, context: StageContext) => Stage;

/** Stages by their names. */
export type Stages = Readonly<Record<string, CompileStage>>;

/** Compiles an expression of a stage. */
export function expressionIn(context: StageContext, expression: unknown): Expression {
  return compileExpression(expression, context.names);
}

/** A document's bytes: those it came in, or a fresh encoding. */
export function bytesOf(document: Document, context: StageContext): Uint8Array {
  return context.bytes.get(document) ?? encode(document);
}

/** A document of bytes, which are remembered. */
export function fromBytes(bytes: Uint8Array, context: StageContext): Document {
  const document = decode(bytes);
  context.bytes.set(document, bytes);
  return document;
}

/** Changes documents one by one. */
export function* mapped(
  input: Iterable<Document>,
  change: (document: Document) => Document,
): Generator<Document> {
  for (const document of input) yield change(document);
}
