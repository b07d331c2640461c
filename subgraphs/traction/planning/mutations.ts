/** The mutations of Traction, each of which has a resolver. */
import type { MutationResolvers } from '../schema.generated';

export type Mutations = Required<MutationResolvers>;
