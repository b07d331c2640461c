/** The schema of a subgraph as text: what all begin with, then its own part. The SDL in schema/ is the source of truth. */
import { readFileSync } from 'node:fs';
import { type DocumentNode, parse, Source } from 'graphql';
import { projectFile } from '../../common/project';

export function readSdl(subgraph: string): DocumentNode {
  const parts = ['shared', subgraph].map((name) =>
    readFileSync(projectFile('schema', `${name}.graphql`), 'utf8'),
  );
  return parse(new Source(parts.join('\n'), `schema/${subgraph}.graphql`));
}
