import { RawArray, RawObject, encodeValue } from '../values/raw';
import type { RawValue } from '../values/raw';

/** The `updateDescription` of an event, while it is put together. */
export class Description {
  private readonly updatedFields = new Map<string, RawValue>();
  private readonly removedFields = new Set<string>();
  private readonly truncatedArrays = new Map<string, number>();

  /** A field has this value now. */
  updated(path: string, value: RawValue): void {
    this.updatedFields.set(path, value);
  }

  /** A field is gone. */
  removed(path: string): void {
    this.removedFields.add(path);
  }

  /** An array has lost its end. */
  truncated(path: string, newSize: number): void {
    this.truncatedArrays.set(path, newSize);
  }

  build(): RawObject {
    const truncated = Array.from(this.truncatedArrays, ([field, newSize]) => encodeValue({ field, newSize }));
    return new RawObject(
      new Map<string, RawValue>([
        ['updatedFields', new RawObject(this.updatedFields)],
        ['removedFields', new RawArray(Array.from(this.removedFields, encodeValue))],
        ['truncatedArrays', new RawArray(truncated)],
      ]),
    );
  }
}
