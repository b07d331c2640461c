/** Identifiers: bare UUIDv7 inside; callers may put an alphabetic prefix in front (`goal_…`, `link-…`). */
import { v7 } from 'uuid';

/** A UUID as callers may write it: with a prefix or without, its letters of either case. */
export const WRITTEN_UUID = /^(?:[A-Za-z]+[_-])?([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$/;

/** A new identifier; later ones sort after earlier ones. */
export const newId = (): string => v7();

/** The identifier that a caller means. Any other text is well formed too, and names nothing. */
export const bareId = (id: string): string => WRITTEN_UUID.exec(id)?.[1]?.toLowerCase() ?? id;
