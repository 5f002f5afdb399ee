/** How a creditor says what a contract was about and when it was made. */
export const HOW_TO_COMPLETE =
  'So geht es weiter: Ergänzen Sie Vertragsgegenstand und Vertragsdatum in Ihrer Zeile und übergeben Sie dieselbe Zeile noch einmal (Liste oder API), oder beantworten Sie die Rückfrage zur Akte (API: POST /v1/akten/Aktenzeichen/queries/Rückfrage mit subject und contractDate). Gab es keinen Vertrag, schließen Sie bitte die Akte.';

/** What a hand-over says of rows whose contract is missing; empty where none is. */
export const missingContracts = ({ codes }: Readonly<{ codes: Readonly<Record<string, number>> }>): string => {
  const n = codes['contract.missing'] ?? 0;
  if (n === 0) return '';
  const rows = n === 1 ? 'In einer Zeile fehlt' : `In ${n} Zeilen fehlt`;
  return `${rows} der Vertragsgegenstand oder das Vertragsdatum. Privatpersonen müssen wir beides nennen (§ 13a Abs. 1 Nr. 2 RDG); bis dahin wartet jede solche Forderung auf Ihre Angaben, und wir haben in ihrer Akte eine Rückfrage gestellt. ${HOW_TO_COMPLETE}`;
};
