import { location } from '../errors';
import { scopeOf } from '../expressions/scope';
import type { Variables } from '../expressions/scope';
import type { Document } from '../values/codec';
import { isDocument } from '../values/types';
import { parseAccumulator } from './accumulators';
import type { NamedAccumulator } from './accumulators';
import { Grouping } from './grouping';
import { SELECTING_STAGES } from './selecting';
import { expressionIn } from './stage';
import type { CompileStage, Stages } from './stage';
import { documentOf, membersOf } from '../values/members';

/** What is gathered for one group: a list of values for each accumulator. */
export class Accumulation {
  private readonly accumulators: readonly NamedAccumulator[];
  private readonly values: unknown[][];

  constructor(accumulators: readonly NamedAccumulator[]) {
    this.accumulators = accumulators;
    this.values = accumulators.map(() => []);
  }

  add(document: Document, variables: Variables): void {
    const scope = scopeOf(document, variables);
    this.accumulators.forEach(({ value }, at) => this.values[at]?.push(value(scope)));
  }

  /** The document of the group. */
  result(id: unknown): Document {
    const fields = this.accumulators.map(
      ({ name, reduce }, at) => [name, reduce(this.values[at] as unknown[])] as const,
    );
    return documentOf([['_id', id], ...fields]);
  }
}

const group: CompileStage = (operand, context) => {
  if (!isDocument(operand)) throw location(15947, "a group's fields must be specified in an object");
  if (!('_id' in operand)) throw location(15955, 'a group specification must include an _id');
  const idOf = expressionIn(context, operand['_id']);
  const accumulators = membersOf(operand)
    .filter(([name]) => name !== '_id')
    .map(([name, field]) => parseAccumulator(name, field, context));
  return function* (input, variables) {
    const groups = new Grouping<{ id: unknown; gathered: Accumulation }>();
    for (const document of input) {
      const id = idOf(scopeOf(document, variables)) ?? null;
      groups
        .at(id, () => ({ id, gathered: new Accumulation(accumulators) }))
        .gathered.add(document, variables);
    }
    for (const { id, gathered } of groups.all()) yield gathered.result(id);
  };
};

const sortByCount: CompileStage = (operand, context) => {
  const expression =
    (typeof operand === 'string' && operand.startsWith('$')) ||
    (isDocument(operand) && Object.keys(operand)[0]?.startsWith('$') === true);
  if (!expression)
    throw isDocument(operand)
      ? location(40147, 'the sortByCount field must be defined as an expression inside an object')
      : location(40149, 'the sortByCount field must be specified as a string or as an object');
  const grouping = group({ _id: operand, count: { $sum: 1 } }, context);
  const sorting = (SELECTING_STAGES['$sort'] as CompileStage)({ count: -1 }, context);
  return (input, variables) => sorting(grouping(input, variables), variables);
};

/** Stages that make one document of many. */
export const GROUP_STAGES: Stages = { $group: group, $sortByCount: sortByCount };
