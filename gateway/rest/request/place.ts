/**
 * A place in a request, under both of its names: as the caller spelled it (`copy_orders.0.new_order`), and as the
 * graph knows it below its variable (`copyOrders.newOrder`). Put together only when somebody asks: most places have
 * no fault.
 */
export class Place {
  private constructor(
    private readonly sent: string | undefined,
    private readonly member: string | undefined,
    private readonly above?: Place,
  ) {}

  /** The body as a whole. */
  static readonly body = new Place(undefined, undefined);

  /** A variable of its own, or a member of one, under the name that the caller gave it. */
  static of = (sent: string, member?: string): Place => new Place(sent, member);

  at(sent: string, member: string): Place {
    return new Place(sent, member, this);
  }

  item(index: number): Place {
    return new Place(String(index), undefined, this);
  }

  /** A member that the caller did not name: what stands here is its value. */
  meant(member: string): Place {
    return new Place(undefined, member, this);
  }

  get asSent(): string {
    return this.names(({ sent }) => sent).join('.');
  }

  /** Without the positions of items: what is said of a member holds for all of them. */
  get inGraph(): string {
    return this.names(({ member }) => member).join('.');
  }

  private names(nameOf: (place: Place) => string | undefined): readonly string[] {
    const name = nameOf(this);
    return [...(this.above?.names(nameOf) ?? []), ...(name === undefined ? [] : [name])];
  }
}
