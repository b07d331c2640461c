/** The schema of a subgraph as text: what all begin with, then its own part. The SDL in schema/ is the source of truth. */
import { readFileSync } from 'node:fs';
import { type DocumentNode, parse, Source } from 'graphql';
import { projectFile } from '../../common/project';

export function readSdl(subgraph: string, own = readPart(subgraph)): DocumentNode {
  return parse(new Source(`${readPart('shared')}\n${own}`, `schema/${subgraph}.graphql`));
}

const readPart = (name: string): string => readFileSync(projectFile('schema', `${name}.graphql`), 'utf8');
