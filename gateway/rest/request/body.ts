/** Variables that come from the JSON body: one member, or the whole of it. */
import type { FaultDirective } from '../documents/directives';
import { Complaint, IS_REQUIRED } from './complaint';
import type { ParameterPlan } from './parameters';
import { readTexts } from './parameters';
import { Place } from './place';
import { isJsonObject, readDemanded, readMembers, sentName } from './read';
import type { RestRequest } from '../types';
import type { VariableReader } from './reader';
import type { Member, ObjectShape, Shape } from './shapes';

/** How the body as a whole is called where it has a fault. */
export const WHOLE = 'body';

export const NO_OBJECT = new Complaint('must be a JSON object');

export function memberReader(plan: ParameterPlan): VariableReader {
  return {
    name: plan.name,
    faults: plan.faults,
    read: ({ body }, report) => {
      if (!body) return undefined;
      const sent = sentName(plan.names, body);
      if (sent !== undefined)
        return readDemanded(plan.shape, plan.constraints, body[sent], Place.of(sent), report);
      if (plan.required) report(Place.of(plan.documented), IS_REQUIRED);
      return undefined;
    },
    spell: ({ body = {} }, path) => {
      const sent = sentName(plan.names, body);
      return [sent ?? plan.documented, ...spelled(plan.shape, sent && body[sent], path)].join('.');
    },
  };
}

/** A member of the body that the path fills, whatever the body says. */
export interface BoundMember {
  readonly parameter: string;
  readonly member: Member;
  /** The member's form as text. */
  readonly shape: Shape;
}

export interface BodyPlan {
  readonly name: string;
  readonly faults: readonly FaultDirective[];
  readonly shape: ObjectShape;
  readonly bound: readonly BoundMember[];
}

export function bodyReader({ name, faults, shape, bound }: BodyPlan): VariableReader {
  const fromPath = new Map(bound.map(({ member, parameter }) => [member.name, parameter]));
  const unbound = shape.members.filter((member) => !fromPath.has(member.name));
  /** An alias may lack a parameter: then the body brings the member. */
  const inBody = ({ params }: RestRequest): readonly Member[] =>
    bound.every(({ parameter }) => parameter in params)
      ? unbound
      : shape.members.filter(({ name: member }) => !((fromPath.get(member) ?? '') in params));
  return {
    name,
    faults,
    read: ({ request, body }, report) => {
      const values: Record<string, unknown> = {};
      for (const { parameter, member, shape: text } of bound) {
        const value = request.params[parameter];
        if (value === undefined) continue;
        const sent = { name: parameter, texts: [value] };
        const constraints = member.constraint ? [member.constraint] : [];
        const place = Place.of(parameter, member.name);
        values[member.name] = readTexts(text, constraints, sent, report, place);
      }
      if (body) return { ...values, ...readMembers(inBody(request), body, Place.body, report) };
      report(Place.of(WHOLE), NO_OBJECT);
      return values;
    },
    spell: ({ request, body }, path) => {
      const [head = '', ...rest] = path;
      const parameter = fromPath.get(head) ?? '';
      return (parameter in request.params ? [parameter, ...rest] : spelled(shape, body, path)).join('.');
    },
  };
}

/** A path of the graph below a value, in the spelling that the value was sent in; the documented one for what was not. */
function spelled(shape: Shape, raw: unknown, path: readonly string[]): readonly string[] {
  const [head, ...rest] = path;
  if (head === undefined) return [];
  if (shape.kind === 'list') {
    return [head, ...spelled(shape.item, Array.isArray(raw) ? raw[Number(head)] : undefined, rest)];
  }
  if (shape.kind === 'object' && shape.textAs?.name === head && typeof raw === 'string') return rest;
  const member = shape.kind === 'object' ? shape.members.find(({ name }) => name === head) : undefined;
  if (!member) return path;
  const body = isJsonObject(raw) ? raw : {};
  const sent = sentName(member.names, body);
  return [sent ?? member.names[0], ...spelled(member.shape, sent && body[sent], rest)];
}
