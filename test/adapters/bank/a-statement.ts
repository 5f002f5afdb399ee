/** `details`: what the bank lists of the booking, in place of one payment with this text. */
type Line = Readonly<{ day: string; cents: number; ref?: string; text: string; details?: string }>;
/** Cents as a bank writes them: `12.50`. */
export const euros = (cents: number): string => (cents / 100).toFixed(2);
const details = (text: string): string =>
  `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`;
const ntry = ({ day, cents, ref, text, details: given }: Line): string =>
  [
    `<Ntry><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>`,
    `<BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>`,
    ref ? `<AcctSvcrRef>${ref}</AcctSvcrRef>` : '',
    `<NtryDtls>${given ?? details(text)}</NtryDtls></Ntry>`,
  ].join('');
/** A statement of our account in camt.053 with these bookings. */
export const statement = (id: string, ...lines: Line[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">',
    `<BkToCstmrStmt><Stmt><Id>${id}</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>`,
    ...lines.map(ntry),
    '</Stmt></BkToCstmrStmt></Document>',
  ].join('');
/** A rate that came in February. */
export const FEBRUARY = { day: '2026-02-09', cents: 40_00, ref: 'NONREF', text: 'MUS-4F7K-2QXR Rate' };
