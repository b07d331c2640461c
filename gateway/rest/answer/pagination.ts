/** What an answer tells of the page that it shows. Source: common.yaml (pagination). */
import type { PagedDirective, PageFact } from '../documents/directives';
import type { Page } from '../request/paging';

const FACTS: Readonly<Record<PageFact, (page: Page, total: number) => number | boolean>> = {
  PAGE: ({ page }) => page,
  SIZE: ({ size }) => size,
  TOTAL: (_page, total) => total,
  TOTAL_PAGES: ({ size }, total) => (size === 0 ? 1 : Math.ceil(total / size)),
  HAS_NEXT: ({ offset, size }, total) => offset + size < total,
  HAS_PREVIOUS: ({ offset }) => offset > 0,
};

/** Undefined when there is nothing to tell. */
export function pagination(
  { members, told }: PagedDirective,
  asked: Page | undefined,
  total: number,
): Record<string, number | boolean> | undefined {
  const page = asked ?? (told ? { page: 1, size: total, offset: 0 } : undefined);
  return page && Object.fromEntries(members.map(({ of, as }) => [as, FACTS[of](page, total)]));
}
