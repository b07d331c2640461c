/** A document as JavaScript sees it. */
export type Document = Record<string, unknown>;

/**
 * JavaScript puts members with whole numbers as names in front, in the order of the numbers; BSON keeps every order.
 * Where a document has its members in another order than JavaScript's, that order is kept here beside it. A document
 * is never changed once it has been read or made, so that neither is its order.
 */
const orders = new WeakMap<object, readonly string[]>();

/** Most servers never meet such a document, and then nothing has to be looked up. */
let met = false;

/** Names that JavaScript takes for indexes, whatever the object. */
const INDEX = /^(?:0|[1-9]\d{0,9})$/;
const MAX_INDEX = 2 ** 32 - 2;
const NINE = '9'.charCodeAt(0);

/** Whether JavaScript would put a member of this name before others. */
export function isIndexName(name: string): boolean {
  return name.charCodeAt(0) <= NINE && INDEX.test(name) && Number(name) <= MAX_INDEX;
}

/** Keeps the order of a document's members, where JavaScript has them in another one. */
export function keepOrder(document: object, names: readonly string[]): void {
  if (!names.some(isIndexName)) return;
  const distinct = [...new Set(names)];
  if (Object.keys(document).every((name, at) => name === distinct[at])) return;
  met = true;
  orders.set(document, distinct);
}

/** The names of a document's members, in their order. */
export function namesOf(document: object): readonly string[] {
  return (met ? orders.get(document) : undefined) ?? Object.keys(document);
}

/** The members of a document, in their order. */
export function membersOf(document: object): [name: string, value: unknown][] {
  const order = met ? orders.get(document) : undefined;
  if (order === undefined) return Object.entries(document);
  return order.map((name) => [name, (document as Document)[name]]);
}

/** A document with these members in this order; of two with one name, the first gives the place and the last the value. */
export function documentOf(members: readonly (readonly [name: string, value: unknown])[]): Document {
  const document = Object.fromEntries(members);
  keepOrder(
    document,
    members.map(([name]) => name),
  );
  return document;
}

/** A copy of a document with another value for one member, or without it where the value is undefined. */
export function withMember(document: Document, name: string, value: unknown): Document {
  const others = membersOf(document).filter((member) => value !== undefined || member[0] !== name);
  return documentOf(value === undefined ? others : [...others, [name, value]]);
}

/** A value as a serializer has to see it, to write members in their order: what needs it becomes a Map. */
export function ordered(value: unknown): unknown {
  if (!met || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const members = membersOf(value).map(([name, member]) => [name, ordered(member)] as const);
  return orders.has(value) ? new Map(members) : Object.fromEntries(members);
}
