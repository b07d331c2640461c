/** What the resolvers of Workstream pass around for the types of the graph; read when the resolver types are generated. */
export const mappers = {} as const;
