/** Answers that are files: the graph hands them over as text, callers get them as they are. */

/** What the data of an endpoint with the envelope FILE must be. */
interface File {
  /** In base64. */
  readonly content: string;
  /** The media type. */
  readonly type: string;
  readonly name: string;
}

export interface FileAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Throws for data that is no file, which is a fault of ours. */
export function fileAnswer(data: unknown): FileAnswer {
  const { content, type, name } = data as Partial<File>;
  if (content === undefined || type === undefined || name === undefined)
    throw new Error('the data is no file');
  const disposition = `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`;
  return {
    headers: { 'content-type': type, 'content-disposition': disposition },
    body: Buffer.from(content, 'base64'),
  };
}
