export interface Archive {
  put(key: string, content: Uint8Array | string, type: string): Promise<void>;
  get(key: string): Promise<Uint8Array>;
  find(key: string): Promise<Uint8Array | null>;
  /** Bytes as they come, for what may be too large for the memory. NotFound where there is none. */
  open(key: string): Promise<Readonly<{ size: number; bytes: AsyncIterable<Uint8Array> }>>;
  /** Writes text as it comes; whoever reads meanwhile sees nothing of it, or the object before. */
  write(key: string, content: AsyncIterable<string>, type: string): Promise<void>;
}
