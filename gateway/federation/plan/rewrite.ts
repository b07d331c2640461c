import type { FetchDataRewrite } from '@apollo/query-planner';
import type { Rewrite, RewritePart } from './types';

const FRAGMENT = '... on ';

/** A change of what is sent or received, as the planner writes it: a path whose last part is the field. */
export function compileRewrite(rewrite: FetchDataRewrite): Rewrite {
  const path = compileRewritePath(rewrite.path);
  return {
    path: path.slice(0, -1),
    field: path.at(-1)?.name ?? '',
    change:
      rewrite.kind === 'ValueSetter'
        ? { kind: 'set', value: rewrite.setValueTo }
        : { kind: 'rename', to: rewrite.renameKeyTo },
  };
}

/** Path elements are field names and `... on Type`. */
export function compileRewritePath(path: readonly string[]): RewritePart[] {
  return path.map((part) =>
    part.startsWith(FRAGMENT)
      ? { kind: 'type', name: part.slice(FRAGMENT.length) }
      : { kind: 'field', name: part },
  );
}
