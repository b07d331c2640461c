/** What this folder guarantees. One file for jest, which loads everything anew for each. */
import { runCasesOf } from '../../../tests/support/cases';

runCasesOf(__dirname);
