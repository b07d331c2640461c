/** The rules that documents of endpoints keep, beside those of GraphQL itself. */
import { agreement } from './agreement';
import { asides } from './asides';
import { bases } from './bases';
import { enumSpellings, serviceEnumSpellings } from './enum-spellings';
import { errorCodes, serviceErrorCodes } from './error-codes';
import { eventStreams } from './event-streams';
import { fieldForms } from './field-forms';
import { fileAnswers } from './file-answers';
import { firstOf } from './first-of';
import { fragments } from './fragments';
import { faultWords } from './fault-words';
import { members } from './members';
import { methodFitsKind } from './method-fits-kind';
import { neededVariables } from './needed-variables';
import { nests } from './nests';
import { operationNames } from './operation-names';
import { orElseRoots } from './or-else-roots';
import { pagingVariables } from './paging-variables';
import { pathParameters } from './path-parameters';
import { pickPaths } from './pick-paths';
import { rawBodies } from './raw-bodies';
import { readings } from './readings';
import type { EndpointRule, ServiceRule } from './rule';
import { sortExpressions } from './sort-expressions';
import { unknownDefaults } from './unknown-defaults';
import { variableSources } from './variable-sources';

export { uniqueRoutes } from './unique-routes';

export const ENDPOINT_RULES: readonly EndpointRule[] = [
  agreement,
  asides,
  bases,
  enumSpellings,
  errorCodes,
  eventStreams,
  faultWords,
  fieldForms,
  fileAnswers,
  firstOf,
  members,
  methodFitsKind,
  neededVariables,
  nests,
  orElseRoots,
  pagingVariables,
  pathParameters,
  pickPaths,
  rawBodies,
  readings,
  sortExpressions,
  unknownDefaults,
  variableSources,
];

export const SERVICE_RULES: readonly ServiceRule[] = [
  fragments,
  operationNames,
  serviceEnumSpellings,
  serviceErrorCodes,
];
