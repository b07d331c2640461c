/** The rules that documents of endpoints keep, beside those of GraphQL itself. */
import { agreement } from './agreement';
import { asides } from './asides';
import { bases } from './bases';
import { enumSpellings, serviceEnumSpellings } from './enum-spellings';
import { errorCodes, serviceErrorCodes } from './error-codes';
import { fieldForms } from './field-forms';
import { fileAnswers } from './file-answers';
import { fragments } from './fragments';
import { memberAliases } from './member-aliases';
import { methodFitsKind } from './method-fits-kind';
import { operationNames } from './operation-names';
import { orElseRoots } from './or-else-roots';
import { pagingVariables } from './paging-variables';
import { pathParameters } from './path-parameters';
import { pickPaths } from './pick-paths';
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
  fieldForms,
  fileAnswers,
  memberAliases,
  methodFitsKind,
  orElseRoots,
  pagingVariables,
  pathParameters,
  pickPaths,
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
