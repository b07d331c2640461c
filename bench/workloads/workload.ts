/** One request as clients send it. */
export interface GraphQLCall {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What a load is made of: every connection sends these calls in turn, each beginning at another one. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly calls: readonly GraphQLCall[];
}
