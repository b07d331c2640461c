/** For tests that call every endpoint: a house in which each of them can succeed. */
import { closeGoogle, openGoogle } from './google';

/** The settings of the house, to be asked for before it is described. */
export function settingsForEveryEndpoint(): Record<string, string> {
  const settings: Record<string, string> = { EMAIL_VERIFICATION: 'on' };
  beforeAll(async () => void Object.assign(settings, await openGoogle()));
  afterAll(closeGoogle);
  return settings;
}
