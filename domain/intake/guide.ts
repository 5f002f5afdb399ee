import { keysOf } from '../keys-of.ts';
import {
  COLUMNS,
  COLUMN_NAMES,
  REASON_COLUMNS,
  decides,
  limitOf,
  type ColumnName,
  type ColumnType,
  type TemplateKind,
} from './columns.ts';
import { EXAMPLES } from './examples.ts';
import { FILE_CODES } from '../fault-codes.ts';
import { ISSUE_CODES, SEVERITY_WORDS, type Severity } from './issue-codes.ts';
import { templateColumns } from './template.ts';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'Text',
  amount: 'Betrag',
  day: 'Datum',
  choice: 'Auswahl',
  flag: 'ja/nein',
  mark: 'ja/nein',
  postalCode: 'Postleitzahl',
  email: 'E-Mail',
  phone: 'Telefon',
  iban: 'IBAN',
  file: 'Dateiname',
};
const KINDS: Readonly<Record<TemplateKind, string>> = {
  goods: 'Waren',
  services: 'Dienstleistungen',
  rent: 'Miete und Versorgung',
};

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n');

const useOf = (name: ColumnName): string => {
  if (COLUMNS[name].required) return 'Pflicht';
  return decides(name) ? 'freiwillig, muss aber lesbar sein' : '';
};
const columnTable = (names: readonly ColumnName[]): string =>
  table(
    ['Spalte', 'Pflicht', 'Art', 'höchstens', 'Was hineingehört', 'Beispiel', 'Auch erkannt als'],
    names.map((name) => {
      const { label, type, explanation, example, synonyms } = COLUMNS[name];
      return [
        `**${label}**`,
        useOf(name),
        TYPES[type],
        ['text', 'file'].includes(type) ? `${limitOf(name)} Zeichen` : '',
        explanation,
        `\`${example}\``,
        synonyms.join(', '),
      ];
    }),
  );

/** The words of a choice, grouped by what they mean, each once in small letters. */
const wordsOf = (name: ColumnName): string => {
  const meanings = new Map<string, string[]>();
  for (const [word, meant] of COLUMNS[name].words ?? [])
    if (word === word.toLowerCase()) meanings.set(meant, [...new Set([...(meanings.get(meant) ?? []), word])]);
  return [...meanings.values()].map((words) => words.join(', ')).join(' · ');
};
const wordTable = (names: readonly ColumnName[]): string =>
  table(
    ['Spalte', 'Wörter (was zusammengehört, bedeutet dasselbe)'],
    names.filter((name) => COLUMNS[name].words).map((name) => [COLUMNS[name].label, wordsOf(name)]),
  );

const exampleOf = (kind: TemplateKind): string =>
  EXAMPLES[kind]
    .map(
      (example, i) =>
        `${i + 1}. ${templateColumns(kind)
          .flatMap((name) => (example[name] ? [`${COLUMNS[name].label}: \`${example[name]}\``] : []))
          .join(' · ')}`,
    )
    .join('\n');

const SEVERITIES: readonly (readonly [Severity | 'by column', string, string])[] = [
  ['error', SEVERITY_WORDS.error, 'Die Zeile wird nicht übernommen.'],
  [
    'by column',
    'Fehler oder Warnung, je nach Spalte',
    'In Pflichtspalten und bei Teilzahlungen wird die Zeile nicht übernommen; sonst wird die Angabe weggelassen.',
  ],
  ['conflict', SEVERITY_WORDS.conflict, 'Die Zeile wird nicht übernommen; eine Person muss entscheiden.'],
  [
    'duplicate',
    SEVERITY_WORDS.duplicate,
    'Die Forderung ist schon da; nichts geht verloren, nichts wird doppelt gemahnt.',
  ],
  ['warning', SEVERITY_WORDS.warning, 'Die Zeile ist übernommen; Unbrauchbares wurde weggelassen. Bitte ansehen.'],
  ['hint', SEVERITY_WORDS.hint, 'Die Zeile ist übernommen; zu tun ist meist nichts.'],
];
const gaps = (sentence: string): string => sentence.replace(/\{([^}]+)\}/g, '⟨$1⟩');
const codeTables = (): string =>
  SEVERITIES.map(([severity, title, meaning]) => {
    const codes = keysOf(ISSUE_CODES).filter((code) => ISSUE_CODES[code].severity === severity);
    return `### ${title}\n\n${meaning}\n\n${table(
      ['Code', 'Meldung', 'Abhilfe'],
      codes.map((code) => [
        `\`${code}\``,
        gaps(ISSUE_CODES[code].meaning ?? ISSUE_CODES[code].message),
        gaps(ISSUE_CODES[code].mend),
      ]),
    )}`;
  }).join('\n\n');
const fileTable = (): string =>
  table(
    ['Code', 'Meldung', 'Abhilfe'],
    Object.entries(FILE_CODES).map(([code, { de, mend }]) => [`\`${code}\``, de, mend]),
  );

const FORMS = `- **Datei:** CSV mit Semikolon, Komma, Tabulator oder \`|\`, oder eine Excel-Arbeitsmappe (.xlsx). Welches Trennzeichen gilt, erkennen wir an der Kopfzeile.
- **Zeichen:** UTF-8 (mit oder ohne BOM), UTF-16 oder Windows-1252, wie Excel es schreibt; auch DOS (Codepage 850) und altes Mac OS erkennen wir an den Umlauten. Ein Name, dessen Umlaute verloren sind, wird nicht übernommen.
- **Kopfzeile:** Die erste Zeile nennt die Spalten. Reihenfolge, Groß- und Kleinschreibung, Leerzeichen und Bindestriche sind gleichgültig; „Betrag (EUR)“ ist dasselbe wie „Betrag“. Unbekannte Spalten werden nicht gelesen; steht darin ein Betrag, der eine Zahlung oder der offene Rest sein kann, oder ein Wort wie Gutschrift, kommt die Zeile zurück. Doppelte Spalten weisen wir zurück; nur Zahlungen und Gutschriften dürfen nummeriert mehrmals vorkommen („Zahlung 1“, „Zahlung 2“) und werden zusammengezählt.
  Stehen Telefon und Mobil nebeneinander, gilt die zweite als „${COLUMNS.phone2.label}“; ebenso bei E-Mail-Adressen.
- **Felder:** Enthält ein Feld das Trennzeichen, einen Zeilenumbruch oder ein Anführungszeichen, gehört es in Anführungszeichen; ein Anführungszeichen darin wird verdoppelt. Leere Zeilen zählen nicht.
- **Datum:** \`31.03.2026\`, \`1.3.2026\` oder \`2026-03-31\`, immer mit vierstelligem Jahr; eine Uhrzeit dahinter stört nicht.
- **Betrag:** \`1.234,56\`, \`1234,56\`, \`12,5\` oder \`1234\`, gern mit € oder EUR. Tausender dürfen ein Leerzeichen haben (\`10 237,65\`), ein Minus darf davor- oder dahinterstehen. \`1.234\` und \`1,234\` sind mehrdeutig: Bitte mit zwei Nachkommastellen schreiben.
- **Telefon:** mit Vorwahl, \`0151 10000001\` oder \`+49 30 23125001\`; je Feld eine Nummer.
- **Postleitzahl:** fünf Ziffern. Excel streicht führende Nullen: Bitte die Spalte vorher als Text formatieren.
- **Wer schuldet:** Vorname und Nachname, oder Name, oder Firma; eine dieser Angaben muss da sein. Ist nicht klar, ob Privatperson oder Unternehmen, gilt der Schuldner als Privatperson.
- **Wer erreichbar ist:** Anschrift oder E-Mail-Adresse. Mit einer mobilen Nummer gibt es zusätzlich SMS, mit jeder Nummer Anrufe.
- **Was keine Forderung ist oder nicht gemahnt werden darf:** Gutschriften (Haben), Zahlungen, Stornos, bezahlte, gesperrte, gestundete, bestrittene Rechnungen und insolvente oder verstorbene Kunden geben wir mit dem Grund zurück. Ein Wort, das wir in einer solchen Spalte nicht kennen, ebenso. Steht ein solches Wort in einer anderen Spalte (als Fälligkeit „bezahlt“, hinter dem Namen „(verstorben)“, „Erben nach …“ oder „i. I.“), gilt es auch dort.
- **Rechnungsbetrag, gezahlt, offen:** Gefordert wird, was offen ist. Stehen mehrere Beträge in der Zeile, müssen sie zusammenpassen. Ist der Gesamtbetrag um Ihre Mahnkosten höher als die Hauptforderung, gilt die Hauptforderung.
- **Excel:** Gelesen wird, was zu sehen ist. Senkrecht verbundene Zellen gelten für alle ihre Zeilen, außer bei Beträgen und Rechnungsnummern; ausgeblendete Zeilen geben wir zurück. Von einer Nummer behält Excel fünfzehn Ziffern: Längere bitte als Text formatieren.
- **Nicht in der Vorlage** stehen Spalten, die nur Auszüge aus einer Buchhaltung haben (zum Beispiel S/H, Belegart, Status, Mahnsperre); wir verstehen sie trotzdem.`;
const ANSWERS = `Zu jeder Datei gibt es einen Fehlerbericht (CSV und JSON) und eine Korrekturdatei. Die Korrekturdatei enthält nur die abgelehnten Zeilen, unverändert, und dazu die Spalten „${REASON_COLUMNS.join('“ und „')}“.
Berichtigen Sie die Zeilen dort und laden Sie die Datei wieder hoch; die beiden Spalten dürfen stehen bleiben. Dieselbe Datei noch einmal hochzuladen schadet nie: Bekannte Forderungen werden als Dubletten erkannt.
Eine Rechnung erkennen wir an ihrer Nummer und dem Jahr ihres Datums: Nummer 17 von 2025 und Nummer 17 von 2026 sind zwei. Striche und Leerzeichen in der Nummer zählen, Groß- und Kleinschreibung nicht. Von zwei Zeilen mit derselben Rechnung gilt die erste.`;

/**
 * The programming guide of the Übergabeliste in German Markdown, made of the schema that checks the rows: for one kind
 * of claim or, without, with all columns and all examples.
 */
export const guide = (kind?: TemplateKind): string => {
  const names = kind ? templateColumns(kind) : COLUMN_NAMES;
  const kinds = kind ? [kind] : keysOf(KINDS);
  return `# Übergabeliste${kind ? `: ${KINDS[kind]}` : ''}

Eine Zeile ist eine offene Rechnung. Vier Spalten sind Pflicht: ${COLUMN_NAMES.filter((name) => COLUMNS[name].required)
    .map((name) => COLUMNS[name].label)
    .join(', ')}; dazu gehört ein Name. Alles andere hilft uns, den Schuldner zu erreichen und richtig anzusprechen.

## Schreibweisen

${FORMS}

## Spalten

${columnTable(names)}

## Auswahl

Groß- und Kleinschreibung und Punkte sind gleichgültig. Ein anderes Wort wird weggelassen und gemeldet; in Spalten, die lesbar sein müssen, wird die Zeile nicht übernommen. In Spalten wie Mahnsperre oder Storniert gilt alles als ja, was nicht nein heißt.

${wordTable(names)}

## Beispiele

${kinds.map((k) => `### ${KINDS[k]}\n\n${exampleOf(k)}`).join('\n\n')}

## Antworten

${ANSWERS}

${codeTables()}

### Datei abgelehnt

Die ganze Datei wird nicht gelesen; nichts davon ist übernommen.

${fileTable()}
`;
};
