/** Targets as rows, for rules that read no database. */
import type { TargetRow } from '../model';
import type { Point } from '../plan';

const MADE = new Date('2025-01-01T00:00:00Z');

export const targetRow = (id: string, point: Point, members: Partial<TargetRow> = {}): TargetRow => ({
  id,
  tenantId: 'tenant',
  measureId: 'measure',
  optimalValue: null,
  minimalValue: null,
  periodStart: null,
  label: null,
  confidence: null,
  rationale: null,
  createdBy: 'ada',
  createdAt: MADE,
  updatedAt: MADE,
  ...point,
  ...members,
});
