/**
 * The measures that everybody knows, built in, for no document says where a catalog comes from. Source: traction.yaml,
 * open, CATALOG; getAvailableKpis for the form. The words of aggregation and value are those of the KPI model.
 */
import type { Measure, MeasureDirection } from '../measures/model';

export interface CatalogEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly unit: string;
  readonly direction: MeasureDirection;
  readonly type: NonNullable<Measure['type']>;
  readonly aggregationType: string;
  readonly aggregationPeriod: string;
  readonly valueType: string;
}

type Facts = Pick<CatalogEntry, 'name' | 'description' | 'category' | 'unit'> & Partial<CatalogEntry>;

/** An entry that looks back at the last value of each month, and should rise, where nothing else is said. */
const entry = (id: string, facts: Facts): CatalogEntry => ({
  id: `catalog_${id}`,
  direction: 'INCREASE',
  type: 'LAGGING',
  aggregationType: 'latest',
  aggregationPeriod: 'monthly',
  valueType: 'snapshot',
  ...facts,
});

/** Adds up over a month. */
const SUM = { aggregationType: 'sum', valueType: 'aggregate' } as const;

/** In the order in which they are shown. An id never changes: measures keep it. */
export const CATALOG: readonly CatalogEntry[] = [
  entry('monthly_recurring_revenue', {
    name: 'Monthly Recurring Revenue',
    description: 'Subscription revenue to be expected each month',
    category: 'Financial',
    unit: 'USD',
  }),
  entry('gross_margin', {
    name: 'Gross Margin',
    description: 'Share of revenue that is left after the direct costs of what was sold',
    category: 'Financial',
    unit: '%',
  }),
  entry('operating_cash_flow', {
    name: 'Operating Cash Flow',
    description: 'Cash that the business itself brings in, less what it spends',
    category: 'Financial',
    unit: 'USD',
    ...SUM,
  }),
  entry('average_revenue_per_account', {
    name: 'Average Revenue per Account',
    description: 'Recurring revenue divided by the number of paying accounts',
    category: 'Financial',
    unit: 'USD',
  }),
  entry('customer_acquisition_cost', {
    name: 'Customer Acquisition Cost',
    description: 'Cost of sales and marketing for each new customer',
    category: 'Sales',
    unit: 'USD',
    direction: 'DECREASE',
  }),
  entry('qualified_leads', {
    name: 'Qualified Leads',
    description: 'New contacts that sales has found worth pursuing',
    category: 'Sales',
    unit: 'count',
    type: 'LEADING',
    ...SUM,
  }),
  entry('win_rate', {
    name: 'Win Rate',
    description: 'Share of decided offers that were won',
    category: 'Sales',
    unit: '%',
  }),
  entry('customer_retention_rate', {
    name: 'Customer Retention Rate',
    description: 'Share of customers kept during the month',
    category: 'Customer',
    unit: '%',
  }),
  entry('customer_churn_rate', {
    name: 'Customer Churn Rate',
    description: 'Share of customers lost during the month',
    category: 'Customer',
    unit: '%',
    direction: 'DECREASE',
  }),
  entry('customer_satisfaction_score', {
    name: 'Customer Satisfaction Score',
    description: 'Mean rating in customer surveys',
    category: 'Customer',
    unit: 'Score (1-10)',
    aggregationType: 'average',
    type: 'LEADING',
  }),
  entry('net_promoter_score', {
    name: 'Net Promoter Score',
    description: 'Share of customers who would recommend the company, less the share of those who would not',
    category: 'Customer',
    unit: 'Score (-100-100)',
    type: 'LEADING',
  }),
  entry('on_time_delivery_rate', {
    name: 'On-Time Delivery Rate',
    description: 'Share of deliveries that arrive when they were promised',
    category: 'Operations',
    unit: '%',
  }),
  entry('employee_turnover_rate', {
    name: 'Employee Turnover Rate',
    description: 'Share of employees who left during the month',
    category: 'People',
    unit: '%',
    direction: 'DECREASE',
  }),
];
