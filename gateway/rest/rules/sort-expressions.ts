/** A sort expression can only become what it means: a member, and a direction. */
import { sortedEnum } from '../documents/variables';
import { faultAt } from '../faults';
import type { EndpointRule } from './rule';

export const sortExpressions: EndpointRule = ({ variables }) =>
  variables
    .filter((variable) => variable.isSort && variable.type && !sortedEnum(variable))
    .map(({ name, node }) =>
      faultAt(node, `@sortExpression needs an input of the form { by, descending }; $${name} is none.`),
    );
