/** Reads the folder of the documents: vocabulary.graphql, and one folder per service. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type DocumentNode, GraphQLError, parse, Source } from 'graphql';
import { projectRoot } from '../../../common/project';
import { type DocumentFault, faultOf } from '../faults';

const VOCABULARY = 'vocabulary.graphql';
const EXAMPLES = 'examples.json';

export interface ServiceFolder {
  /** Its path as faults show it. */
  readonly name: string;
  readonly documents: readonly DocumentNode[];
  /** Whether all of its files could be parsed. */
  readonly complete: boolean;
}

export interface DocumentFolder {
  readonly vocabulary: DocumentNode;
  readonly services: readonly ServiceFolder[];
  /** Values that members have in the examples of OpenAPI, by their names. */
  readonly examples: Readonly<Record<string, unknown>>;
  /** Files that are not GraphQL. */
  readonly faults: readonly DocumentFault[];
}

export function readFolder(folder: string): DocumentFolder {
  const label = labelOf(folder);
  const faults: DocumentFault[] = [];
  const services = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readService(join(folder, name), `${label}/${name}`, faults))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    vocabulary: parse(sourceOf(folder, label, VOCABULARY)),
    services,
    examples: examplesIn(folder),
    faults,
  };
}

function examplesIn(folder: string): DocumentFolder['examples'] {
  const file = join(folder, EXAMPLES);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DocumentFolder['examples']) : {};
}

function readService(folder: string, label: string, faults: DocumentFault[]): ServiceFolder {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  const documents = files.sort().flatMap((file) => {
    try {
      return [parse(sourceOf(folder, label, file))];
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      faults.push(faultOf(error));
      return [];
    }
  });
  return { name: label, documents, complete: documents.length === files.length };
}

const sourceOf = (folder: string, label: string, file: string): Source =>
  new Source(readFileSync(join(folder, file), 'utf8'), `${label}/${file}`);

/** Paths are shown from the root of the project, where whoever reads them works. */
function labelOf(folder: string): string {
  const path = relative(projectRoot, folder);
  return path.startsWith('..') ? basename(folder) : path.replaceAll('\\', '/');
}
