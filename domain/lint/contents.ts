import { announcedBy } from '../letters/demand.ts';
import { checkOwnText } from '../letters/own-text.ts';
import { senderOf, type Announcement, type Level, type Procedure } from '../procedure/procedure.ts';
import { found, type Finding } from './rules.ts';

/**
 * The levels with which the agency may write for the first time: where a matter enters, or once the creditor's own are
 * behind it.
 */
const ourFirst = (procedure: Procedure): readonly (Level | undefined)[] => {
  const { levels, entry } = procedure;
  const ours = levels.filter((l) => senderOf(procedure, l) === 'agency');
  return [0, entry.reminder, entry.mahnung].map((stage) => ours.find((l) => l.stage >= stage) ?? ours.at(-1));
};

const information = (procedure: Procedure): Finding[] =>
  procedure.levels.flatMap((level, i) =>
    level.information === 'none' && ourFirst(procedure).includes(level)
      ? [
          found(
            'information.missing',
            `levels[${i}].information`,
            `„${level.title}“ kann das erste Schreiben des Inkassos sein und soll ohne die Angaben nach § 13a RDG hinausgehen.`,
          ),
        ]
      : [],
  );

const TEXTS = ['subject', 'opening', 'closing'] as const;
const placeholders = ({ levels }: Procedure): Finding[] =>
  levels.flatMap(({ text, title }, i) =>
    TEXTS.flatMap((part) => {
      const wrong = checkOwnText(text?.[part] ?? '');
      return wrong.length > 0
        ? [found('text.placeholder', `levels[${i}].text.${part}`, `„${title}“ nennt ${wrong.join(', ')}.`)]
        : [];
    }),
  );

const WORDS: Readonly<Record<Announcement, string>> = {
  court: 'das gerichtliche Mahnverfahren',
  handOver: 'die Übergabe ans Inkasso',
  calls: 'Anrufe',
  fee: 'weitere Kosten',
};
/** Whether what is announced at a level comes after it. */
const comes = (procedure: Procedure, i: number): Readonly<Record<Announcement, boolean>> => {
  const { levels, after } = procedure;
  const by = levels.map((l) => senderOf(procedure, l));
  return {
    court: after === 'court',
    handOver: after === 'handOver' || (by[i] === 'creditor' && by.slice(i).includes('agency')),
    calls: levels.some((l, at) => at >= i && l.phone !== null),
    fee: levels.some((l, at) => at > i && (l.flatFee !== null || l.collectionFee)) || after !== 'none',
  };
};

/** Words of a creditor's own text that announce a step: what this procedure can do, and what no procedure does. */
const THREATS: readonly (readonly [RegExp, Announcement | null])[] = [
  [/gericht|klage|mahnbescheid/i, 'court'],
  [/inkassounternehmen|inkassobüro|ans inkasso|zum inkasso/i, 'handOver'],
  [/schufa|auskunftei|bonität/i, null],
  [/gerichtsvollzieher|pfänd|zwangsvollstreck|kontosperr/i, null],
  [/haft|gefängnis|polizei|strafanzeige|anzeige erstatten/i, null],
];

const inWords = (procedure: Procedure, level: Level, i: number): Finding[] =>
  TEXTS.flatMap((part) => {
    const text = level.text?.[part] ?? '';
    return THREATS.flatMap(([pattern, step]) => {
      const said = pattern.exec(text)?.[0];
      return said &&
        (step === null || !comes(procedure, i)[step]) &&
        !(step === 'handOver' && senderOf(procedure, level) === 'agency')
        ? [
            found(
              'threat.no-step',
              `levels[${i}].text.${part}`,
              `„${level.title}“ droht im eigenen Text („${said}“) mit einem Schritt, den es in diesem Mahnlauf nicht gibt.`,
            ),
          ]
        : [];
    });
  });

const threats = (procedure: Procedure): Finding[] =>
  procedure.levels.flatMap((level, i) => [
    ...announcedBy(procedure, level)
      .filter((what) => !comes(procedure, i)[what])
      .map((what) =>
        found(
          'threat.no-step',
          `levels[${i}].announces`,
          `„${level.title}“ kündigt ${WORDS[what]} an, aber der Mahnlauf sieht das nicht vor.`,
        ),
      ),
    ...inWords(procedure, level, i),
  ]);

/** Whether the letters say what they must, and nothing that is not so. */
export const contentFindings = (procedure: Procedure): Finding[] => [
  ...information(procedure),
  ...placeholders(procedure),
  ...threats(procedure),
];
