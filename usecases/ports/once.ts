/** What has been done, so that a repetition leaves it. Marked after the deed: what failed is tried again. */
export interface Once {
  isDone(what: string): Promise<boolean>;
  done(what: string): Promise<void>;
}
