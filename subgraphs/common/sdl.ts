/**
 * The schema of a subgraph as text: what all begin with, then its own parts, `schema/<subgraph>.graphql` and what lies in
 * the folder of the same name. The SDL in schema/ is the source of truth.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, parse, Source } from 'graphql';
import { projectFile } from '../../common/project';

export function readSdl(subgraph: string, own = readOwn(subgraph)): DocumentNode {
  return parse(new Source(`${readPart('shared.graphql')}\n${own}`, `schema/${subgraph}.graphql`));
}

function readOwn(subgraph: string): string {
  const folder = projectFile('schema', subgraph);
  const parts = existsSync(folder) ? readdirSync(folder).sort() : [];
  return [`${subgraph}.graphql`, ...parts.map((part) => `${subgraph}/${part}`)].map(readPart).join('\n');
}

const readPart = (name: string): string => readFileSync(projectFile('schema', name), 'utf8');
