/** Identifiers: bare UUIDv7 inside; callers may put an alphabetic prefix in front (`goal_…`, `link-…`). */
import { v7 } from 'uuid';

const PREFIXED = /^[A-Za-z]+[_-]([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

/** A new identifier; later ones sort after earlier ones. */
export const newId = (): string => v7();

/** The identifier that a caller means. Any other text is well formed too, and names nothing. */
export const bareId = (id: string): string => PREFIXED.exec(id)?.[1]?.toLowerCase() ?? id;
