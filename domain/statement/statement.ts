import type { Account } from '../account/account.ts';
import type { Akte } from '../akte/akte.ts';
import { claimLines } from './claims.ts';
import { creditorLine } from './creditor.ts';
import { feeLines } from './fees.ts';
import { defaultLine, furtherLines } from './interest.ts';
import { section, type Depth, type Section, type Statement } from './lines.ts';
import { openLines, trifleLines } from './open.ts';
import { paymentLines } from './payments.ts';

/** The sections whose lines add up to the balance. */
export const countedSections = (akte: Akte, account: Account, depth: Depth = 'whole'): readonly Section[] => {
  const claims = account.claims.flatMap((c) => claimLines(akte, c, depth));
  return [
    section({ id: 'claims', title: 'Forderungen', counts: true }, claims),
    section({ id: 'fees', title: 'Inkassokosten', counts: true }, feeLines(akte, account, depth)),
    section({ id: 'payments', title: 'Zahlungen', counts: true }, paymentLines(akte, account, depth)),
  ];
};

/** Why there are interest and costs at all. */
const defaultSection = (account: Account): Section => {
  const lines = account.claims.map((c) => defaultLine(c, account.asOf));
  return section({ id: 'default', title: 'Verzug', counts: false }, lines);
};

/** What explains the balance further, and adds nothing to it. */
const explainingSections = (akte: Akte, account: Account): readonly Section[] => {
  const open = [...openLines(account), ...trifleLines(akte, account)];
  const shared = account.payments.map((payment) => creditorLine(payment, akte.terms));
  return [
    section({ id: 'open', title: 'Was noch offen ist', counts: false }, open),
    section({ id: 'further', title: 'Weitere Zinsen je Tag', counts: false }, furtherLines(akte, account)),
    section({ id: 'creditor', title: 'Verrechnung gegenüber dem Gläubiger', counts: false }, shared),
  ];
};

/**
 * Explains an account line by line: default and its ground first, what is owed, what was paid and where it went. One
 * tree for the debtor, the creditor and the court; letters, the API, JSON, HTML and PDF say what stands here and
 * compute nothing. `creditor`: its name, where the caller knows it.
 */
export const statementOf = (akte: Akte, account: Account, creditor: string | null = null): Statement => {
  const sections = [
    defaultSection(account),
    ...countedSections(akte, account),
    ...explainingSections(akte, account),
  ].filter((s) => s.lines.length > 0);
  return {
    akte: akte.id,
    debtor: akte.debtor.name,
    creditor,
    asOf: account.asOf,
    sections,
    total: account.total,
    overpaid: account.overpaid,
    assumed: sections.some((s) => s.lines.some((l) => l.assumed)),
  };
};
