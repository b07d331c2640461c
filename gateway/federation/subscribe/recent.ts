/** The last events of a stream, as many as are kept. Where somebody stands among them, nothing behind is missing. */
export class Recent<T> {
  private events: { readonly position: string | undefined; readonly event: T }[] = [];
  /** The position of the event before the first that is kept. */
  private before: string | undefined;

  /** Notes what has come; an event without a position can be gone on from by nobody. */
  add(position: string | undefined, event: T, most: number): void {
    this.events.push({ position, event });
    this.trim(most);
  }

  /** Keeps so many at most. */
  trim(most: number): void {
    while (this.events.length > most) this.before = this.events.shift()?.position;
  }

  /** What has come behind a position; undefined where that is not known. */
  behind(position: string): readonly T[] | undefined {
    if (position === this.before) return this.events.map(({ event }) => event);
    const index = this.events.findIndex((known) => known.position === position);
    return index < 0 ? undefined : this.events.slice(index + 1).map(({ event }) => event);
  }
}
