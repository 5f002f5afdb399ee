import { zip } from './workbook-writer.ts';
import { HEAD, line, lines, type Case } from './case.ts';

const refused = (file: string, tests: string, content: string | readonly number[] | Buffer, code: string): Case => ({
  file: `refused/${file}`,
  tests,
  bytes: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content),
  expected: { refused: code },
});

export const refusals: readonly Case[] = [
  refused('empty.csv', 'nothing at all', '', 'file.empty'),
  refused('blank.csv', 'blank lines only', '\r\n \r\n\t\r\n', 'file.empty'),
  refused('byte-order-mark.csv', 'a byte order mark only', '\uFEFF', 'file.empty'),
  refused('header-only.csv', 'a header only', `${HEAD}\r\n`, 'file.no-rows'),
  refused('header-no-end.csv', 'a header without a line end', HEAD, 'file.no-rows'),
  refused('header-and-blanks.csv', 'a header and blank rows', lines(HEAD, ';;;;;;;;', '', ';;'), 'file.no-rows'),
  refused('sep-only.csv', 'sep=; only', 'sep=;\r\n', 'file.header-missing'),
  refused(
    'letter.csv',
    'a letter',
    'Sehr geehrte Damen und Herren,\r\n\r\nanbei unsere Liste.\r\n',
    'file.header-missing',
  ),
  refused('list.json', 'JSON', '[{"Kundennummer": "K-1"}]', 'file.header-missing'),
  refused('list.xml', 'XML', '<?xml version="1.0"?><list/>', 'file.not-csv'),
  refused('list.html', 'a web page', '<!DOCTYPE html><table></table>', 'file.not-csv'),
  refused(
    'report.xls',
    'a web page called .xls, as some programs export it',
    '\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel">',
    'file.not-csv',
  ),
  refused('bom.html', 'a web page with a byte order mark', '\uFEFF<html>', 'file.not-csv'),
  refused('list.pdf', 'PDF', '%PDF-1.7\n%âãÏÓ\n', 'file.not-csv'),
  refused('list.rtf', 'RTF', '{\\rtf1\\ansi Kundennummer}', 'file.not-csv'),
  refused('picture.png', 'PNG', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0], 'file.not-csv'),
  refused('picture.jpg', 'JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70], 'file.not-csv'),
  refused('list.csv.gz', 'gzip', [0x1f, 0x8b, 8, 0, 0, 0, 0, 0], 'file.not-csv'),
  refused('list.7z', 'a 7z archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'file.not-csv'),
  refused('list.rar', 'RAR', 'Rar!\u001a\u0007', 'file.not-csv'),
  refused(
    'old.xls',
    'Excel before 2007, or a workbook with a password',
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0],
    'file.xls',
  ),
  refused(
    'list.zip',
    'a ZIP with a CSV in it',
    zip([{ name: 'liste.csv', content: lines(HEAD, line(1)) }]),
    'file.not-csv',
  ),
  refused(
    'list.ods',
    'an OpenDocument',
    zip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', content: '<a/>' },
    ]),
    'file.not-csv',
  ),
  refused('letter.docx', 'a Word document', zip([{ name: 'word/document.xml', content: '<a/>' }]), 'file.not-csv'),
  refused('list.xlsb', 'a binary workbook', zip([{ name: 'xl/workbook.bin', content: 'x' }]), 'file.not-csv'),
  refused('cut.zip', 'the beginning of a ZIP', [0x50, 0x4b, 3, 4, 20, 0], 'file.not-csv'),
  refused('nul-first.csv', 'a NUL in the first row', lines(HEAD, line(1, 'a\0b')), 'file.not-csv'),
  refused(
    'nul-last.csv',
    'a tail of NULs, as a crash leaves it',
    `${lines(HEAD, ...Array.from({ length: 900 }, (_, i) => line(i + 1)))}${'\0'.repeat(512)}`,
    'file.not-csv',
  ),
  refused(
    'binary.csv',
    'bytes of all kinds',
    Array.from({ length: 256 }, (_, i) => i),
    'file.not-csv',
  ),
];
