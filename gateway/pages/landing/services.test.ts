import { readFileSync } from 'node:fs';
import { type ConstDirectiveNode, Kind, parse, valueFromASTUntyped } from 'graphql';
import { projectFile } from '../../../common/project';
import { SERVICES } from './services';

function serviceDirective(name: string): ConstDirectiveNode {
  const document = parse(readFileSync(projectFile('schema', 'rest', name, 'service.graphql'), 'utf8'));
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    const found = definition.directives?.find((directive) => directive.name.value === 'service');
    if (found) return found;
  }
  throw new Error(`${name} has no @service`);
}

it.each(SERVICES)('shows $name with the path and port of its REST documents', (service) => {
  const given = Object.fromEntries(
    (serviceDirective(service.name).arguments ?? []).map(({ name, value }) => [
      name.value,
      valueFromASTUntyped(value),
    ]),
  );
  expect({ name: service.name, basePath: service.basePath, legacyPort: service.legacyPort }).toEqual({
    name: given['name'],
    basePath: given['basePath'],
    legacyPort: given['legacyPort'],
  });
});
