/** What every page is rendered with. */
export interface Look {
  readonly isDevelopment: boolean;
  /** What the addresses of the page's files begin with. */
  readonly assetBase: string;
}
