/** The houses of one jest file: cases that want the same settings take turns in one, each with tenants of its own. */
import { SettableClock } from '../../common/clock';
import { untilTheEnd } from './cases';
import { startTestHouse, type TestHouse, type TestHouseOptions } from './house';

const started = new Map<string, Promise<TestHouse>>();

/** A house with these settings, with its clock at the beginning. */
export async function enterTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const settings = JSON.stringify(options);
  const starting = started.get(settings) ?? untilTheEnd(startTestHouse(options));
  started.set(settings, starting);
  const house = await starting;
  house.clock.set(new SettableClock().now());
  return house;
}
