import type { Appearance } from '../../domain/parties/appearance.ts';
import { legalLines } from '../../domain/parties/imprint.ts';
import type { Agency } from '../../domain/parties/parties.ts';
import { groupedIban } from '../../domain/akte/references.ts';
import {
  A4_WIDTH,
  innerWidth,
  LEFT,
  mm,
  eachPage,
  numberPage,
  QUIET,
  RIGHT,
  rule,
  set,
  wrapped,
  type Document,
} from './sheet.ts';

/** What stands at the foot of every page: columns, and below them what runs across. */
export type Foot = Readonly<{ columns: readonly (readonly string[])[]; across: readonly string[] }>;

const accountOf = ({ clientAccount: { holder, iban, bic } }: Agency): string[] => [
  holder,
  `IBAN ${groupedIban(iban)}`,
  ...(bic === undefined ? [] : [`BIC ${bic}`]),
];

export const ourFoot = (agency: Agency): Foot => {
  const { name, address, phone, email, web, register, vatId } = agency;
  return {
    columns: [
      [name, address.street, `${address.postalCode} ${address.city}`],
      [`Telefon ${phone}`, email, web],
      ['Rechtsdienstleistungsregister', `Nr. ${register.number}`, `USt-IdNr. ${vatId}`],
      accountOf(agency),
    ],
    across: legalLines(agency),
  };
};

/** Under a creditor's own letter: the creditor, how to reach it, who sends it, and the account with its holder. */
export const ownFoot = (own: Appearance, agency: Agency): Foot => {
  const { name, firm = name, address, phone, email, web, legal } = own;
  const reach = [...(phone ? [`Telefon ${phone}`] : []), ...(email ? [email] : []), ...(web ? [web] : [])];
  return {
    columns: [
      [firm, address.street, `${address.postalCode} ${address.city}`],
      ...(reach.length > 0 ? [reach] : []),
      [
        `Versand: ${agency.name}`,
        `Telefon ${agency.phone}`,
        agency.email,
        `RDG-Register Nr. ${agency.register.number}`,
      ],
      accountOf(agency),
    ],
    across: [...legal, ...legalLines(agency).map((line, i) => (i === 0 ? `${agency.name} · ${line}` : line))],
  };
};

const SIZE = 7;
const LEADING = mm(3.2);
const GAP = mm(3);
/** Between the last line and the edge of the paper, where printers do not reach. */
const EDGE = mm(8);
/** From the rule to the first line. */
const BELOW_RULE = mm(2);
/** From the running title to the rule. */
const ABOVE_RULE = mm(5);

/** Columns as wide as their lines want to be where there is room, else all alike. */
const columnWidths = (doc: Document, columns: Foot['columns'], width: number): number[] => {
  const wanted = columns.map((lines) => Math.max(...lines.map((line) => doc.widthOfString(line))) + GAP);
  const left = width - wanted.reduce((sum, one) => sum + one, 0);
  return wanted.map((one) => (left >= 0 ? one + left / columns.length : width / columns.length));
};

/** The same lines on every page of a document, whichever way it lies: nothing of them is ever cut. */
const laidOut = (doc: Document, { columns, across }: Foot): Foot & Readonly<{ widths: readonly number[] }> => {
  const width = A4_WIDTH - LEFT - RIGHT;
  // Only measured here: a document that has no page yet takes no ink.
  doc.font('regular').fontSize(SIZE);
  const widths = columnWidths(doc, columns, width);
  return {
    widths,
    columns: columns.map((lines, c) => lines.flatMap((line) => wrapped(doc, line, (widths[c] ?? width) - GAP + 0.01))),
    across: across.flatMap((line) => wrapped(doc, line, width)),
  };
};
const heightOf = ({ columns, across }: Foot): number =>
  Math.max(...columns.map((lines) => lines.length)) * LEADING +
  across.length * LEADING +
  (across.length > 0 ? mm(1) : 0);

/** Keeps the room a foot takes free at the end of every page that is begun from now on. */
export const reserveFoot = (doc: Document, foot: Foot): void => {
  const height = heightOf(laidOut(doc, foot));
  doc.options.margins = {
    top: mm(20),
    bottom: EDGE + height + BELOW_RULE + ABOVE_RULE + mm(2),
    left: LEFT,
    right: RIGHT,
  };
};

/** Foot and page numbers on every page, drawn last because only then their number is known. */
export const drawFeet = (doc: Document, foot: Foot, running: string): void => {
  const { columns, across, widths } = laidOut(doc, foot);
  eachPage(doc, (number) => {
    const last = doc.page.height - EDGE - across.length * LEADING;
    const top = doc.page.height - EDGE - heightOf({ columns, across });
    numberPage(doc, running, top - BELOW_RULE - ABOVE_RULE, number);
    rule(doc, top - BELOW_RULE);
    set(doc, 'regular', SIZE, QUIET);
    let x = LEFT;
    columns.forEach((lines, c) => {
      lines.forEach((line, l) => doc.text(line, x, top + l * LEADING, { lineBreak: false }));
      x += ((widths[c] ?? 0) * innerWidth(doc)) / (A4_WIDTH - LEFT - RIGHT);
    });
    across.forEach((line, l) => doc.text(line, LEFT, last + l * LEADING, { lineBreak: false }));
  });
};
