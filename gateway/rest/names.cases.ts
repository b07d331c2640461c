import { camelCase, pascalCase, snakeCase, spelledNames, twins } from './names';

describe('spellings of a name', () => {
  it.each([
    ['id', 'id'],
    ['sharedKpiId', 'shared_kpi_id'],
    ['sharedKPIs', 'shared_kpis'],
    ['sharedKPI', 'shared_kpi'],
    ['KPIList', 'kpi_list'],
    ['thresholdPct', 'threshold_pct'],
    ['line2Text', 'line2_text'],
    ['already_spelled', 'already_spelled'],
  ])('%s is %s in snake case', (name, snake) => {
    expect(snakeCase(name)).toBe(snake);
  });

  it('go back to camel and pascal case', () => {
    expect(camelCase('shared_kpi_id')).toBe('sharedKpiId');
    expect(camelCase('sharedKpiId')).toBe('sharedKpiId');
    expect(pascalCase('not_started')).toBe('NotStarted');
  });

  it('are told once each', () => {
    expect(twins('ownerId')).toEqual(['ownerId', 'owner_id']);
    expect(twins('owner_id')).toEqual(['owner_id', 'ownerId']);
    expect(twins('id')).toEqual(['id']);
    expect(spelledNames('id', 'BOTH')).toEqual(['id']);
    expect(spelledNames('ownerId', 'BOTH')).toEqual(['ownerId', 'owner_id']);
    expect(spelledNames('ownerId', 'SNAKE')).toEqual(['owner_id']);
  });

  it('of a document that has an underscore stay', () => {
    expect(spelledNames('is_Odd', 'BOTH')).toEqual(['is_Odd']);
    expect(spelledNames('is_Odd', 'SNAKE')).toEqual(['is_Odd']);
  });
});
