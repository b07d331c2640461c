/** What a document says of reading a variable fits the variable: @nulls, @textAs, @asList, @orBody, @form and @spelled. */
import {
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';
import type { DocumentVariable } from '../documents/variables';
import { type DocumentFault, faultAt } from '../faults';
import { FORMS } from '../forms';
import { memberAt } from './member-types';
import { type EndpointFacts, type EndpointRule, placeOf } from './rule';

/** Of one variable whose type the graph knows. */
type Check = (
  variable: DocumentVariable,
  type: GraphQLInputType,
  facts: EndpointFacts,
) => readonly DocumentFault[];

export const readings: EndpointRule = (facts) =>
  facts.variables.flatMap((variable) => {
    const { type } = variable;
    return type ? CHECKS.flatMap((check) => check(variable, type, facts)) : [];
  });

const nulls: Check = ({ node, name }, type, { directives }) =>
  directives.all(node, 'nulls').flatMap(({ node: said, values }) =>
    values.pass.flatMap((path, index) => {
      const place = placeOf(said, 'pass', index);
      if (values.refuse.includes(path)) return [faultAt(place, `"${path}" cannot pass null and refuse it.`)];
      const member = memberAt(type, path);
      if (!member || getNullableType(member.type) === member.type) return [];
      return [faultAt(place, `"${path}" of $${name} cannot pass null: the graph takes none there.`)];
    }),
  );

const textAs: Check = ({ node }, type, { directives }) =>
  directives.all(node, 'textAs').flatMap(({ node: said, values }) => {
    const member = memberAt(type, values.of);
    if (!member) return [];
    const object = getNamedType(member.type);
    if (!isInputObjectType(object)) return [faultAt(placeOf(said, 'of'), `"${values.of}" takes no object.`)];
    const filled = object.getFields()[values.member];
    const place = placeOf(said, 'member');
    if (!filled) return [faultAt(place, `"${values.of}" has no member "${values.member}".`)];
    if (!isText(filled.type)) return [faultAt(place, `"${values.member}" takes no text.`)];
    const others = Object.values(object.getFields()).filter((field) => field !== filled);
    const missing = others.find(isRequiredInputField);
    if (!missing) return [];
    return [faultAt(place, `A text cannot fill "${values.of}": "${missing.name}" is required.`)];
  });

const isText = (type: GraphQLInputType): boolean =>
  ['String', 'ID'].includes(getNullableType(type).toString());

const asList: Check = ({ node, source }, type, { directives }) =>
  directives.all(node, 'asList').flatMap(({ node: said, values }) => {
    if (source.kind !== 'body') return [faultAt(said, '@asList stands on the whole body.')];
    const member = memberAt(type, values.member);
    const isList = member && isListType(getNullableType(member.type));
    if (!member || (isList && !values.member.includes('.'))) return [];
    return [faultAt(placeOf(said, 'member'), `"${values.member}" is no list of the body.`)];
  });

const orBody: Check = ({ node, name }, _type, { directives, endpoint }) =>
  directives.all(node, 'orBody').flatMap(({ node: said }) => {
    if (endpoint.rest.method === 'GET') return [faultAt(said, '@orBody: a GET has no body.')];
    const isOther = directives.has(node, 'header') || directives.has(node, 'raw');
    return isOther ? [faultAt(said, `@orBody: $${name} does not come from the query.`)] : [];
  });

const form: Check = ({ node }, type, { directives }) =>
  directives.all(node, 'form').flatMap(({ node: said, values }) => {
    const { member } = values;
    const formed = member == null ? type : memberAt(type, member)?.type;
    if (!formed) return [];
    const { types } = FORMS[values.as];
    const { name } = getNamedType(formed);
    if (types.includes(name)) return [];
    return [faultAt(placeOf(said, 'as'), `${values.as} is a form of ${types.join(' or ')}, not of ${name}.`)];
  });

const spelled: Check = ({ node }, type, { directives }) =>
  directives.all(node, 'spelled').flatMap(({ node: said, values }) => {
    const { member, otherwise } = values;
    const read = member == null ? type : memberAt(type, member)?.type;
    if (!read) return [];
    const { name } = getNamedType(read);
    if (name !== 'String') return [faultAt(said, `A table is for texts, not for ${name}.`)];
    return otherwise == null
      ? []
      : [faultAt(placeOf(said, 'otherwise'), 'Requests are read by the table alone.')];
  });

const CHECKS: readonly Check[] = [nulls, textAs, asList, orBody, form, spelled];
