/**
 * `npm run compose`: the SDL of the subgraphs becomes the supergraph and the resolver types, and the REST documents
 * become an OpenAPI document. All are committed; CI checks that they are fresh (`-- --check` compares and writes nothing).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { projectFile } from '../common/project';
import { composeSupergraph } from './generate/supergraph';
import { formatJson } from './generate/json';
import { describeEndpoints } from './generate/openapi';
import { generateResolverTypes } from './generate/resolver-types';
import { SUBGRAPHS } from './house/subgraphs';

async function main(): Promise<void> {
  const supergraph = composeSupergraph(SUBGRAPHS);
  const files = new Map<string, string>([[projectFile('schema', 'supergraph.graphql'), supergraph]]);
  for (const name of SUBGRAPHS) {
    files.set(projectFile('subgraphs', name, 'schema.generated.ts'), await generateResolverTypes(name));
  }
  const isCheck = process.argv.includes('--check');
  const written = isCheck ? refuseStale(files) : write(files);
  // Last: documents that no longer fit the graph must not keep the graph from being written.
  const openApi = new Map([
    [projectFile('schema', 'openapi.json'), await formatJson(describeEndpoints(supergraph))],
  ]);
  const all = [...written, ...(isCheck ? refuseStale(openApi) : write(openApi))];
  console.log(all.length === 0 ? 'Everything was fresh.' : `Written:\n${list(all)}`);
}

type Files = ReadonlyMap<string, string>;

const staleOf = (files: Files): [string, string][] =>
  [...files].filter(([path, text]) => current(path) !== text);

function write(files: Files): readonly [string, string][] {
  const stale = staleOf(files);
  for (const [path, text] of stale) writeFileSync(path, text);
  return stale;
}

function refuseStale(files: Files): readonly [] {
  const stale = staleOf(files);
  if (stale.length > 0) throw new Error(`Not fresh; run npm run compose:\n${list(stale)}`);
  return [];
}

const list = (files: readonly [string, string][]): string => files.map(([path]) => `  ${path}`).join('\n');

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
