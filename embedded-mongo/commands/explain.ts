import { MongoError, failedToParse } from '../errors';
import type { FindRequest, PreparedFind } from '../query/find';
import { parsePipeline, pipelineStart } from '../aggregation/pipeline';
import type { Document } from '../values/codec';
import { parseCollation } from '../values/collation';
import { isDocument } from '../values/types';
import { documentMember } from './command';
import type { CommandContext, Handler, Reply } from './command';
import { findRequest, planFind } from './find';
import { VERSION } from './handshake';
import { letVariables } from './variables';

/** What the explained command reads. */
function readOf(name: string, body: Document): FindRequest {
  switch (name) {
    case 'find':
      return findRequest(body);
    case 'count':
      return { ...findRequest(body, 'query'), counting: true };
    case 'distinct':
      return findRequest(body, 'query');
    case 'findAndModify':
      return { ...findRequest({ ...body, limit: 1 }, 'query') };
    case 'update':
    case 'delete':
      return statementRead(name === 'update' ? body['updates'] : body['deletes']);
    case 'aggregate':
      return {
        ...pipelineStart(parsePipeline(body['pipeline']), letVariables(body)).request,
        hint: body['hint'],
        collation: parseCollation(body['collation']),
      };
    default:
      throw new MongoError('CommandNotFound', `Explain failed due to unknown command: ${name}`);
  }
}

function statementRead(statements: unknown): FindRequest {
  const [first] = Array.isArray(statements) ? (statements as unknown[]) : [];
  if (!isDocument(first)) throw failedToParse('only a single statement can be explained');
  const { q, hint, multi, limit } = first;
  const collation = parseCollation(first['collation']);
  return { filter: q as Document, hint, collation, limit: multi === true || limit === 0 ? 0 : 1 };
}

/** The plan in the form of the real server's stages. */
function stagesOf({ plan, counted }: PreparedFind, request: FindRequest): Document {
  let stage: Document;
  if (plan.kind === 'scan') {
    stage = { stage: 'COLLSCAN', filter: request.filter, direction: plan.reverse ? 'backward' : 'forward' };
  } else {
    const { index, multikey, reverse, ranges } = plan;
    const scan = {
      stage: counted ? 'COUNT_SCAN' : 'IXSCAN',
      keyPattern: index.specification['key'],
      indexName: index.name,
      isMultiKey: multikey,
      isUnique: index.unique,
      isSparse: index.sparse,
      isPartial: index.partial !== undefined,
      direction: reverse ? 'backward' : 'forward',
      ranges: ranges.length,
    };
    stage = counted ? scan : { stage: 'FETCH', filter: request.filter, inputStage: scan };
  }
  if (!plan.sorted && !counted) stage = { stage: 'SORT', sortPattern: request.sort, inputStage: stage };
  if ((request.skip ?? 0) > 0) stage = { stage: 'SKIP', skipAmount: request.skip, inputStage: stage };
  if ((request.limit ?? 0) > 0) stage = { stage: 'LIMIT', limitAmount: request.limit, inputStage: stage };
  if (request.counting === true) stage = { stage: 'COUNT', inputStage: stage };
  return stage;
}

function executionOf(prepared: PreparedFind): Document {
  const startedAt = performance.now();
  let nReturned = 0;
  for (const { recordId } of prepared.run()) nReturned += Number(recordId > 0);
  return {
    executionSuccess: true,
    nReturned,
    executionTimeMillis: Math.round(performance.now() - startedAt),
    totalKeysExamined: prepared.statistics.keysExamined,
    totalDocsExamined: prepared.statistics.documentsExamined,
  };
}

function explained(
  context: CommandContext,
  namespace: string,
  request: FindRequest,
  verbosity: unknown,
): Reply {
  const prepared = planFind(context, namespace, request);
  const winningPlan = prepared === undefined ? { stage: 'EOF' } : stagesOf(prepared, request);
  const { variables: _variables, ...command } = request;
  const queryPlanner = { namespace, parsedQuery: request.filter, winningPlan, rejectedPlans: [] };
  const about = { explainVersion: '1', queryPlanner, command, serverInfo: serverInfo(context) };
  if (verbosity === 'queryPlanner') return about;
  const nothing: Document = {
    executionSuccess: true,
    nReturned: 0,
    executionTimeMillis: 0,
    totalKeysExamined: 0,
    totalDocsExamined: 0,
  };
  const statistics = prepared === undefined ? nothing : executionOf(prepared);
  const executionStages = { ...winningPlan, nReturned: statistics['nReturned'] };
  return { ...about, executionStats: { ...statistics, executionStages } };
}

function serverInfo({ server }: CommandContext): Document {
  const [host, port] = server.info.address.split(':');
  return { host, port: Number(port), version: VERSION };
}

const explain: Handler = (command, context) => {
  const inner = documentMember(command.body, 'explain');
  const [name] = Object.keys(inner);
  if (name === undefined) throw failedToParse('explain needs a command');
  const request = readOf(name, inner);
  const namespace = `${command.database}.${String(inner[name])}`;
  return explained(context, namespace, request, command.body['verbosity'] ?? 'allPlansExecution');
};

/** The command that shows how another one would be carried out. */
export const EXPLAIN_COMMANDS: Readonly<Record<string, Handler>> = { explain };
