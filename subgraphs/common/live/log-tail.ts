/**
 * The tails of the logs of one subgraph, of all tenants that somebody follows in this process. Source: design.md, idea 4.
 */
import type { Logger } from '../../../common/log';
import { toRow } from '../records';
import { Bell, type BellParts } from './bell';
import { TenantTail } from './tenant-tail';

export interface LogTailParts {
  readonly log: BellParts['log'];
  /** The last number that the log of a tenant has given. */
  readonly lastOf: (tenantId: string) => Promise<number>;
  readonly logger: Logger;
}

export class LogTail {
  private readonly tenants = new Map<string, TenantTail>();
  private readonly bell: Bell;

  constructor(private readonly parts: LogTailParts) {
    this.bell = new Bell({
      log: parts.log,
      logger: parts.logger,
      onRow: (document) => this.tenants.get(document.tenantId)?.ring(toRow(document)),
      onReopened: () => this.readAnew(),
    });
  }

  /** The tail of a tenant, kept up to date as long as `listener` is not taken out of it. */
  async enter(tenantId: string, listener: () => void): Promise<TenantTail> {
    await this.bell.ready();
    const tail = this.tenants.get(tenantId) ?? new TenantTail(0);
    tail.listeners.add(listener);
    this.tenants.set(tenantId, tail);
    try {
      // After the bell: what is written later than this number rings.
      tail.raise(await this.parts.lastOf(tenantId));
      return tail;
    } catch (fault) {
      this.leave(tenantId, tail, listener);
      throw fault;
    }
  }

  leave(tenantId: string, tail: TenantTail, listener: () => void): void {
    tail.listeners.delete(listener);
    if (tail.listeners.size === 0 && this.tenants.get(tenantId) === tail) this.tenants.delete(tenantId);
  }

  async stop(): Promise<void> {
    await this.bell.stop();
  }

  private async readAnew(): Promise<void> {
    for (const [tenantId, tail] of this.tenants) tail.raise(await this.parts.lastOf(tenantId));
  }
}
