/** The houses of one jest file: cases that want the same settings take turns in one, each with tenants of its own. */
import { SettableClock } from '../../../common/clock';
import { startTestHouse, type TestHouse, type TestHouseOptions } from '../../support/house';

export class Houses {
  private readonly started = new Map<string, Promise<TestHouse>>();

  /** A house with these settings, with its clock at the beginning. */
  async enter(options: TestHouseOptions): Promise<TestHouse> {
    const settings = JSON.stringify(options);
    const starting = this.started.get(settings) ?? startTestHouse(options);
    this.started.set(settings, starting);
    const house = await starting;
    house.clock.set(new SettableClock().now());
    return house;
  }

  async stop(): Promise<void> {
    const houses = await Promise.all(this.started.values());
    await Promise.all(houses.map((house) => house.stop()));
  }
}
