/** Finding entries of the catalog, and what a measure takes from one. Source: traction.yaml, createKpi, linkKpi. */
import { CATALOG, type CatalogEntry } from './entries';

const byId: ReadonlyMap<string, CatalogEntry> = new Map(CATALOG.map((entry) => [entry.id, entry]));

export const catalogEntry = (id: string): CatalogEntry | null => byId.get(id) ?? null;

/** What a measure takes from its entry. */
export type MembersOfEntry = Omit<CatalogEntry, 'id'> & { readonly catalogId: string };

export const membersOf = ({ id, ...members }: CatalogEntry): MembersOfEntry => ({
  ...members,
  catalogId: id,
});
