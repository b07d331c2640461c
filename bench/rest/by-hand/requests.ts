/** What requests ask for. A fault names the member as the caller spelled it, and all faults are told together. */
import { invalid } from './refusals';
import type { Goal } from './store';

type Faults = Record<string, string>;

type Members = Readonly<Record<string, unknown>>;

export type NewGoal = Pick<Goal, 'title' | 'intent' | 'description' | 'status' | 'horizon' | 'valueTags'> & {
  /** The caller where it is undefined. */
  readonly ownerId: string | undefined;
};

export interface GoalQuery {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort: Readonly<Record<string, 1 | -1>>;
  /** All goals where it is undefined. */
  readonly page: { readonly number: number; readonly size: number } | undefined;
}

const STATUSES = ['draft', 'active', 'completed', 'paused', 'cancelled', 'archived'];
const HORIZONS = ['year', 'quarter', 'month'];
const MOST_TAGS = 50;
const LONGEST = { title: 200, intent: 2000, description: 5000, tag: 100 };

/** Either spelling of a member counts, the documented one first; null is absent. */
export function readNewGoal(body: unknown): NewGoal {
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) {
    throw invalid({ body: 'body must be an object' });
  }
  const members = (body ?? {}) as Members;
  const faults: Faults = {};
  const title = text(members, 'title', LONGEST.title, faults);
  if (!title?.trim()) faults['title'] ??= 'title is required';
  const goal = {
    title: title ?? '',
    intent: text(members, 'intent', LONGEST.intent, faults) ?? '',
    description: text(members, 'description', LONGEST.description, faults) ?? '',
    ownerId: text(members, sent(members, 'owner_id', 'ownerId'), Infinity, faults),
    horizon: word(members, 'horizon', HORIZONS, faults) ?? null,
    valueTags: tags(members, sent(members, 'value_tags', 'valueTags'), faults),
    status: word(members, 'status', ['draft', 'active'], faults) ?? 'DRAFT',
  };
  if (Object.keys(faults).length > 0) throw invalid(faults);
  return goal;
}

const SORTABLE: Readonly<Record<string, string>> = {
  ...{ id: '_id', title: 'title', intent: 'intent', description: 'description', status: 'status' },
  ...{ owner_id: 'ownerId', horizon: 'horizon', created_at: 'createdAt', updated_at: 'updatedAt' },
  completed_at: 'completedAt',
};
const PAGE_SIZE = 20;
const LARGEST_PAGE = 1000;

export function readGoalQuery(query: Members): GoalQuery {
  const faults: Faults = {};
  const owner = text(query, sent(query, 'ownerId', 'owner_id'), Infinity, faults);
  const tag = text(query, sent(query, 'valueTag', 'value_tag'), Infinity, faults);
  const status = word(query, 'status', STATUSES, faults);
  const horizon = word(query, 'horizon', HORIZONS, faults);
  const search = text(query, 'search', Infinity, faults)?.trim();
  const pattern = search && { $regex: search.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), $options: 'i' };
  const [number, size] = [whole(query, 'page', faults), whole(query, 'size', faults)];
  const asksForPage = number !== undefined || size !== undefined;
  const result: GoalQuery = {
    filter: {
      ...(owner && { ownerId: owner }),
      ...(status && { status }),
      ...(tag && { valueTags: tag }),
      ...(horizon && { horizon }),
      ...(pattern && { $or: [{ title: pattern }, { intent: pattern }, { description: pattern }] }),
    },
    sort: sorting(query, faults),
    page: asksForPage ? { number: number ?? 1, size: Math.min(size ?? PAGE_SIZE, LARGEST_PAGE) } : undefined,
  };
  if (Object.keys(faults).length > 0) throw invalid(faults);
  return result;
}

const sent = (members: Members, ...names: readonly [string, ...string[]]): string =>
  names.find((name) => members[name] != null) ?? names[0];

function text(members: Members, name: string, longest: number, faults: Faults): string | undefined {
  const value = members[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') faults[name] = `${name} must be a text`;
  else if (value.trim().length <= longest) return value;
  else faults[name] = `${name} must have at most ${longest} characters`;
  return undefined;
}

/** A word of the documents as it is stored. */
function word(members: Members, name: string, words: readonly string[], faults: Faults): string | undefined {
  const value = members[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && words.includes(value)) return value.toUpperCase();
  faults[name] = `${name} must be one of ${words.join(', ')}`;
  return undefined;
}

function tags(members: Members, name: string, faults: Faults): readonly string[] {
  const value = members[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) faults[name] = `${name} must be a list`;
  else if (value.length > MOST_TAGS) faults[name] = `${name} must have at most ${MOST_TAGS} items`;
  else {
    const items = value as readonly unknown[];
    return items.map((item, index) => {
      const place = `${name}.${index}`;
      if (item === null) faults[place] = `${place} is required`;
      return text({ [place]: item }, place, LONGEST.tag, faults) ?? '';
    });
  }
  return [];
}

function whole(query: Members, name: string, faults: Faults): number | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value)) return Number(value);
  faults[name] = `${name} must be a whole number of at least 1`;
  return undefined;
}

function sorting({ sort }: Members, faults: Faults): GoalQuery['sort'] {
  if (sort === undefined) return { createdAt: -1 };
  const given = typeof sort === 'string' ? sort : '';
  const by = SORTABLE[given.replace(/^-/, '')];
  if (by !== undefined) return { [by]: given.startsWith('-') ? -1 : 1 };
  faults['sort'] =
    `sort must be one of ${Object.keys(SORTABLE).join(', ')}, with "-" in front for descending`;
  return {};
}
