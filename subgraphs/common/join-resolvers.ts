/** The resolvers of a subgraph from those of its capabilities: several may say something about one type. */
type ByType = Readonly<Record<string, object>>;

/** Throws where two of them answer for one field. */
export function joinResolvers<R extends object>(parts: readonly R[]): R {
  const joined: Record<string, Record<string, unknown>> = {};
  for (const part of parts as readonly ByType[]) {
    for (const [type, fields] of Object.entries(part)) {
      const known = (joined[type] ??= {});
      const twice = Object.keys(fields).find((name) => name in known);
      if (twice) throw new Error(`Two resolvers answer for ${type}.${twice}`);
      Object.assign(known, fields);
    }
  }
  return joined as R;
}
