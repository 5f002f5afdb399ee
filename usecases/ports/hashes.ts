export interface Hashes {
  sha256(text: string): string;
}
