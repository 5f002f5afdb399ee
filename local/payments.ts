/** One line of the demo's bank statement. */
export type Incoming = Readonly<{ cents: number; text: string; reference?: string; payer: string; id: string }>;

const amount = (cents: number): string => (cents / 100).toFixed(2);
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A bank statement as our bank would deliver it: camt.053.001.08. */
export const camt053 = (of: {
  iban: string;
  day: string;
  lines: readonly Incoming[];
}): string => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>DEMO-${of.day}</MsgId><CreDtTm>${of.day}T18:00:00+01:00</CreDtTm></GrpHdr>
<Stmt><Id>DEMO-${of.day}</Id><Acct><Id><IBAN>${of.iban}</IBAN></Id></Acct>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount(of.lines.reduce((n, l) => n + l.cents, 0))}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${of.day}</Dt></Dt></Bal>
${of.lines
  .map(
    (
      l,
    ) => `<Ntry><Amt Ccy="EUR">${amount(l.cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${of.day}</Dt></BookgDt><ValDt><Dt>${of.day}</Dt></ValDt><AcctSvcrRef>${l.id}</AcctSvcrRef><BkTxCd><Prtry><Cd>NTRF</Cd></Prtry></BkTxCd>
<NtryDtls><TxDtls><Refs><AcctSvcrRef>${l.id}</AcctSvcrRef></Refs><RltdPties><Dbtr><Pty><Nm>${escape(l.payer)}</Nm></Pty></Dbtr></RltdPties><RmtInf>${l.reference ? `<Strd><CdtrRefInf><Ref>${l.reference}</Ref></CdtrRefInf></Strd>` : `<Ustrd>${escape(l.text)}</Ustrd>`}</RmtInf></TxDtls></NtryDtls></Ntry>`,
  )
  .join('\n')}
</Stmt></BkToCstmrStmt></Document>
`;
