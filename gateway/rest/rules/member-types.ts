/** The types of the members of a variable. */
import { getNamedType, type GraphQLInputField, type GraphQLInputType, isInputObjectType } from 'graphql';

/** The member at a path, through lists and objects; undefined when there is none. */
export function memberAt(type: GraphQLInputType, path: string): GraphQLInputField | undefined {
  return path
    .split('.')
    .reduce<GraphQLInputField | undefined>(
      (above, name, depth) => memberOf(depth === 0 ? type : above?.type, name),
      undefined,
    );
}

function memberOf(type: GraphQLInputType | undefined, name: string): GraphQLInputField | undefined {
  const named = type && getNamedType(type);
  return isInputObjectType(named) ? named.getFields()[name] : undefined;
}
