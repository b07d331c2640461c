/** A form fits the values of its field, and a table is for texts. */
import { getNamedType } from 'graphql';
import { responseKey } from '../answer/picks';
import { fieldPlaces } from '../answer/places';
import { faultAt } from '../faults';
import { FORMS } from '../forms';
import { type EndpointRule, placeOf } from './rule';

export const fieldForms: EndpointRule = ({ endpoint, schema, directives }) =>
  fieldPlaces(endpoint, schema).flatMap(({ field, type }) => {
    if (!type) return []; // GraphQL itself says so
    const { name } = getNamedType(type);
    const form = directives.first(field, 'form');
    const table = directives.first(field, 'spelled');
    if (form && !FORMS[form.values.as].types.includes(name)) {
      const message = `"${responseKey(field)}" is ${name}, which has no form ${form.values.as}.`;
      return [faultAt(placeOf(form.node, 'as'), message)];
    }
    if (table?.values.member != null)
      return [faultAt(placeOf(table.node, 'member'), 'Members are those of variables.')];
    return table && name !== 'String'
      ? [faultAt(table.node, `"${responseKey(field)}" is ${name}, not a text.`)]
      : [];
  });
