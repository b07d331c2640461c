import { buildASTSchema, isInterfaceType, isObjectType, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { fieldsThatRequire } from './prepare/requiring';
import { operate, readComposed } from './surgery/operate';
import type { PlannedSupergraph } from './surgery/operate';

/** One supergraph in the forms that its users need. */
export interface Supergraph {
  /** What clients may see and ask for. */
  readonly api: GraphQLSchema;
  /** Everything, with applied directives in the `astNode`s and with what clients do not see. */
  readonly full: GraphQLSchema;
  /** The form that the planner reads. */
  readonly source: PlannedSupergraph;
  readonly services: readonly { readonly name: string; readonly url: string }[];
  /** Names of all fields of all types: a generated alias must never equal one. */
  readonly fieldNames: ReadonlySet<string>;
  /** Names of fields that are computed from fields of other subgraphs. */
  readonly requiring: ReadonlySet<string>;
  /** All names in their narrow form, which V8 forgets unless somebody holds them. */
  readonly narrowNames: Readonly<Record<string, true>>;
}

/** Reads a composed supergraph; throws when it is faulty or needs a feature that this engine does not have. */
export function readSupergraph(sdl: string): Supergraph {
  const names = narrowNames(sdl);
  const composed = readComposed(sdl);
  const full = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  return {
    api: composed.apiSchema().toGraphQLJSSchema({ includeDefer: true }),
    full,
    source: operate(sdl),
    services: composed.subgraphsMetadata(),
    fieldNames: namesOfFields(full),
    requiring: fieldsThatRequire(full),
    narrowNames: names,
  };
}

/**
 * V8 keeps one copy of each name, as wide as the text that it was first cut from, and a text with one wide name in it is
 * wide. Apollo's own specifications are wide texts, as is a supergraph with a dash in a description: measured, answers
 * took twice the memory, and 90 KB of them three times as long to write. So every name is met in its narrow form first.
 */
function narrowNames(sdl: string): Record<string, true> {
  const names: Record<string, true> = {};
  for (const [name] of sdl.matchAll(/[A-Za-z_]\w*/g))
    names[Buffer.from(name, 'latin1').toString('latin1')] = true;
  return names;
}

function namesOfFields(schema: GraphQLSchema): Set<string> {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const name of Object.keys(type.getFields())) names.add(name);
    }
  }
  return names;
}
