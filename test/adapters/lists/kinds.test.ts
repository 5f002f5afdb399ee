import { isZip, refuseOtherKinds } from '../../../adapters/lists/kinds.ts';

const refused = (head: Uint8Array): unknown => {
  try {
    refuseOtherKinds(head);
    return null;
  } catch (error) {
    return error;
  }
};

test.each([
  ['a PDF', Buffer.from('%PDF-1.7'), 'file.not-csv', 'ein PDF-Dokument'],
  ['gzip', Buffer.from([0x1f, 0x8b, 8]), 'file.not-csv', 'ein gzip-Archiv'],
  ['RAR', Buffer.from('Rar!'), 'file.not-csv', 'ein RAR-Archiv'],
  ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf]), 'file.not-csv', 'ein 7z-Archiv'],
  ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'file.not-csv', 'ein Bild'],
  ['a JPEG', Buffer.from([0xff, 0xd8, 0xff]), 'file.not-csv', 'ein Bild'],
  ['RTF', Buffer.from('{\\rtf1'), 'file.not-csv', 'ein Textdokument'],
  ['a page', Buffer.from(' <!DOCTYPE html>'), 'file.not-csv', 'HTML'],
  ['XML behind a BOM', Buffer.from('\uFEFF<?xml version="1.0"?>'), 'file.not-csv', 'XML'],
  ['old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'file.xls', '.xlsx'],
])('%s is refused by its first bytes', (_, head, code, words) => {
  expect(refused(head)).toMatchObject({ code, message: expect.stringContaining(words) });
});
test.each(['Kundennummer;Betrag', '<leer>;Betrag', '%;PDF', ''])('%j may be a list', (head) => {
  expect(refused(Buffer.from(head))).toBeNull();
});
test('a workbook is a ZIP file, also an empty one', () => {
  expect([[0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0x50, 0x4b, 7, 8], []].map((b) => isZip(Buffer.from(b)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
