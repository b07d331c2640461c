/**
 * `npm run compose`: the SDL of the subgraphs becomes the supergraph and the resolver types, and the REST documents
 * become an OpenAPI document. All are committed; CI checks that they are fresh (`-- --check` compares and writes nothing).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { projectFile } from '../common/project';
import { composeSupergraph } from './generate/supergraph';
import { generateOpenApi } from './generate/openapi';
import { generateResolverTypes } from './generate/resolver-types';
import { SUBGRAPHS } from './house/subgraphs';

async function main(): Promise<void> {
  const supergraph = composeSupergraph(SUBGRAPHS);
  const files = new Map<string, string>([
    [projectFile('schema', 'supergraph.graphql'), supergraph],
    [projectFile('schema', 'openapi.json'), await generateOpenApi(supergraph)],
  ]);
  for (const name of SUBGRAPHS) {
    files.set(projectFile('subgraphs', name, 'schema.generated.ts'), await generateResolverTypes(name));
  }
  const stale = [...files].filter(([path, text]) => current(path) !== text);
  if (!process.argv.includes('--check')) {
    for (const [path, text] of stale) writeFileSync(path, text);
    console.log(stale.length === 0 ? 'Everything was fresh.' : `Written:\n${list(stale)}`);
  } else if (stale.length > 0) {
    throw new Error(`Not fresh; run npm run compose:\n${list(stale)}`);
  }
}

const list = (files: [string, string][]): string => files.map(([path]) => `  ${path}`).join('\n');

function current(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
