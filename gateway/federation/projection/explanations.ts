import type { GraphQLError } from 'graphql';
import type { Path } from './places';

/**
 * Tells whether an error of a subgraph already explains why a place is null: an error at the place, above it,
 * or below it (a null that the subgraph itself let rise).
 */
export class Explanations {
  private readonly at = new Set<string>();
  private readonly above = new Set<string>();

  constructor(errors: readonly GraphQLError[]) {
    for (const error of errors) this.add(error);
  }

  /** Takes one more error into account. */
  add({ path = [] }: GraphQLError): void {
    this.at.add(key(path));
    for (let length = 0; length <= path.length; length += 1) this.above.add(key(path.slice(0, length)));
  }

  /** Whether some error explains a null at this path. */
  explain(path: Path): boolean {
    if (this.above.has(key(path))) return true;
    for (let length = 0; length < path.length; length += 1) {
      if (this.at.has(key(path.slice(0, length)))) return true;
    }
    return false;
  }
}

function key(path: Path): string {
  return path.join('\u0000');
}
