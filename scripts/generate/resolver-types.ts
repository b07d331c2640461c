/** The TypeScript types of a subgraph's resolvers, generated from its SDL. */
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { readSdl } from '../../subgraphs/common/sdl';
import type { SubgraphName } from '../house/subgraphs';

/**
 * Every subgraph has two files beside its generated types: `context.ts` (type `Context`) and `mappers.ts`, which maps
 * the types of the graph to what its resolvers pass around (`<Type>Mapper`).
 */
export async function generateResolverTypes(name: SubgraphName): Promise<string> {
  const schema = parse(printSubgraphSchema(buildSubgraphSchema([{ typeDefs: readSdl(name) }])));
  const { mappers } = (await import(`../../subgraphs/${name}/mappers`)) as {
    mappers: Record<string, string>;
  };
  const output = await codegen({
    filename: 'schema.generated.ts',
    schema,
    documents: [],
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
    config: {
      federation: true,
      contextType: './context#Context',
      mappers,
      enumsAsTypes: true,
      useTypeImports: true,
      scalars: {
        DateTime: { input: 'Date', output: 'Date' },
        JSONObject: 'Record<string, unknown>',
        Decimal: 'number',
        ID: 'string',
      },
      noSchemaStitching: true,
      makeResolverTypeCallable: false,
      optionalResolveType: true,
      skipTypename: true,
    },
  });
  return `// Generated from schema/${name}.graphql by \`npm run compose\`; do not edit.\n/* eslint-disable */\n${output}`;
}
