/** Directives on a variable speak of members that it has. */
import type { DirectiveNode } from 'graphql';
import type { VocabularyDirectives } from '../documents/directives';
import type { DocumentVariable } from '../documents/variables';
import { faultAt } from '../faults';
import { memberAt } from './member-types';
import { type EndpointRule, placeOf } from './rule';

interface Mention {
  readonly path: string;
  readonly place: ReturnType<typeof placeOf>;
}

export const members: EndpointRule = ({ variables, directives }) =>
  variables.flatMap((variable) =>
    mentionsOf(variable, directives).flatMap(({ path, place }) =>
      !variable.type || memberAt(variable.type, path)
        ? []
        : [faultAt(place, `$${variable.name} has no member "${path}".`)],
    ),
  );

function mentionsOf({ node }: DocumentVariable, directives: VocabularyDirectives): readonly Mention[] {
  return [
    ...directives.all(node, 'memberAlias').map((alias) => one(alias.node, 'member', alias.values.member)),
    ...directives.all(node, 'fault').flatMap((fault) => each(fault.node, 'of', fault.values.of)),
    ...directives.all(node, 'nulls').flatMap((nulls) => each(nulls.node, 'pass', nulls.values.pass)),
    ...directives.all(node, 'nulls').flatMap((nulls) => each(nulls.node, 'refuse', nulls.values.refuse)),
    ...directives.all(node, 'textAs').map((textAs) => one(textAs.node, 'of', textAs.values.of)),
    ...directives.all(node, 'asList').map((asList) => one(asList.node, 'member', asList.values.member)),
    ...directives.all(node, 'form').flatMap((form) => each(form.node, 'member', form.values.member)),
    ...directives.all(node, 'spelled').flatMap((table) => each(table.node, 'member', table.values.member)),
  ];
}

const one = (node: DirectiveNode, argument: string, path: string): Mention => ({
  path,
  place: placeOf(node, argument),
});

const each = (
  node: DirectiveNode,
  argument: string,
  paths: string | readonly string[] | null | undefined,
): readonly Mention[] =>
  [paths ?? []].flat().map((path, index) => ({ path, place: placeOf(node, argument, index) }));
