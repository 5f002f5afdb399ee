/** Files of the domain with no rule that a test could ask for, each with what it is. A new one needs a reason here. */
export const WITHOUT_RULES: Readonly<Record<string, string>> = {
  // Shapes: what is a value of them, test/domain/akte/facts.test.ts and the deciders that take them say.
  'domain/access/roles.ts': 'names and sentences; test/contracts/may.test.ts plays each with every route',
  'domain/approval/kinds.ts': 'a table; test/domain/approval/proposal.test.ts reads every row',
  'domain/akte/answer.ts': 'the shape of what a debtor tells us',
  'domain/akte/demand.ts': 'the shape of what a message asks for, a part of a fact',
  'domain/akte/plan.ts': 'the shape of an instalment plan, a part of a fact',
  'domain/akte/steering.ts': 'the shape of what is done with an Akte',
  'domain/intake/list.ts': 'the shape of a list while it is read; adapters/lists reads it',
  'domain/letters/facts.ts': 'types: what a letter is written from',
  'domain/letters/notice.ts': 'types: what a debtor reads, before it is set',
  'domain/parties/contact-fields.ts': 'three names and their types',
  // Tables: what stands in them is compared where it is used.
  'domain/account/payment-split.ts': 'types, and the orders of § 367 and § 497 BGB as parts of a split',
  'domain/akte/call-words.ts': 'words',
  'domain/intake/examples.ts': 'example rows; the template and the guide are read with our own check',
  'domain/dunning/deeds.ts': 'words',
  'domain/law/figures.ts': 'figures with their sources; test/domain/law/tables.test.ts reads every row',
  'domain/law/postal-code-table.ts': 'generated; test/domain/intake/places.test.ts compares it with its package',
  'domain/lint/rules.ts': 'codes and sentences; test/domain/lint/lint-procedure.test.ts breaks each rule',
};
