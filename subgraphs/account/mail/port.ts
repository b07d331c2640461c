/** Where mail leaves the house. */

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailPort {
  /** Where the mails go, for people: a folder, or a server without its password. */
  readonly place: string;
  /** Throws when the mail cannot be sent now. */
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}
