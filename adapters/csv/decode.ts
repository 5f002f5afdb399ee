import { Rejected } from '../../domain/faults.ts';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le' | 'utf-16be';

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((b, i) => bytes[i] === b);

/** Strict UTF-8 first; what is none was written by a German Excel in Windows-1252. Refuses what is no text (`file.not-csv`). */
export const decode = (bytes: Uint8Array): { text: string; encoding: Encoding } => {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x1f, 0x8b) || bytes.subarray(0, 4096).includes(0)) {
    throw new Rejected('file.not-csv', 'Die Datei ist keine CSV-Datei (sondern zum Beispiel Excel, ZIP oder PDF). Bitte als CSV mit Semikolon speichern und erneut hochladen.');
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: startsWith(bytes, 0xef, 0xbb, 0xbf) ? 'utf-8-bom' : 'utf-8' };
  } catch { return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }; }
};
