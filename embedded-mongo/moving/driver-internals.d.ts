/** What the driver sends bytes with that are BSON already; it has no public name for it. */
declare module 'mongodb/lib/cmap/commands' {
  export class DocumentSequence {
    constructor(field: string);
    /** `document` is what monitors of commands are shown; `bytes` are what is sent. */
    push(document: object, bytes: Uint8Array): number;
  }
}
