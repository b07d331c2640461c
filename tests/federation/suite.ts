import type { ExecutionResult } from 'graphql';
import type { Case, Operation } from './case';
import { compose, ours, stock } from './gateways';
import type { Gateway } from './gateways';

/** Runs cases on our engine and on the stock gateway: ours must be right, stock as wrong as the case says. */
export function describeCases(theme: string, cases: readonly Case[]): void {
  describe(theme, () => {
    for (const theCase of cases) describe(theCase.name, () => describeCase(theCase));
  });
}

function describeCase(theCase: Case): void {
  let engine: Gateway;
  beforeAll(() => {
    engine = ours(theCase, compose(theCase));
  });
  for (const operation of theCase.operations) {
    it(`is right: ${title(operation)}`, async () => {
      expect(told(await engine.answer(operation))).toEqual(stated(operation));
    });
  }
  if (theCase.refusedByStock) {
    it('is refused by the stock gateway', async () => {
      await expect(stock(theCase, compose(theCase))).rejects.toThrow('unsupported');
    });
  } else describeStock(theCase);
}

function describeStock(theCase: Case): void {
  let reference: Gateway;
  beforeAll(async () => {
    reference = await stock(theCase, compose(theCase));
  });
  afterAll(() => reference.stop());
  for (const operation of theCase.operations) {
    const expected = stated(operation);
    const differs = operation.stock && stated(operation.stock);
    it(`${verdict(operation)} from the stock gateway: ${title(operation)}`, async () => {
      expect(differs).not.toEqual(expected);
      expect(told(await reference.answer(operation))).toEqual(differs ?? expected);
    });
  }
}

interface Told {
  readonly data: unknown;
  readonly errors: readonly string[];
}

function stated({
  data,
  errors = [],
}: {
  readonly data?: unknown;
  readonly errors?: readonly string[];
}): Told {
  return { data: data ?? null, errors: [...errors].sort() };
}

function told({ data, errors = [] }: ExecutionResult): Told {
  const paths = errors.map(({ path = [] }) => path.join('.')).sort();
  return { data: data ?? null, errors: paths };
}

function verdict({ stock: differs }: Operation): string {
  return differs?.fault ?? 'the same';
}

function title({ query, variables }: Operation): string {
  const text = query.replaceAll(/\s+/g, ' ').trim();
  return variables ? `${text} with ${JSON.stringify(variables)}` : text;
}
