/** The faults of one request: by the path of the member as the caller spelled it, each with a text for people. */
export class RequestFaults {
  private readonly texts = new Map<string, string>();

  /** The first fault of a member stays. */
  add(path: string, text: string): void {
    if (!this.texts.has(path)) this.texts.set(path, text);
  }

  get isEmpty(): boolean {
    return this.texts.size === 0;
  }

  get fields(): ReadonlyMap<string, string> {
    return this.texts;
  }
}
