import { announcedBy } from '../letters/demand.ts';
import { checkOwnText } from '../letters/own-text.ts';
import type { Announcement, Level, Procedure } from '../procedure.ts';
import { found, type Finding } from './rules.ts';

/** The stages a matter may begin with: the first, and where prior dunning lets it enter. */
const entries = ({ levels, entry }: Procedure): readonly (Level | undefined)[] => [0, entry.reminder, entry.mahnung].map((stage) => levels.find((l) => l.stage >= stage) ?? levels.at(-1));

const information = (procedure: Procedure): Finding[] => procedure.levels.flatMap((level, i) =>
  (procedure.sender === 'agency' && level.information === 'none' && entries(procedure).includes(level) ? [found('information.missing', `levels[${i}].information`, `„${level.title}“ kann das erste Schreiben sein und soll ohne die Angaben nach § 13a RDG hinausgehen.`)] : []));

const TEXTS = ['subject', 'opening', 'closing'] as const;
const placeholders = ({ levels }: Procedure): Finding[] => levels.flatMap(({ text, title }, i) => TEXTS.flatMap((part) => {
  const wrong = checkOwnText(text?.[part] ?? '');
  return wrong.length > 0 ? [found('text.placeholder', `levels[${i}].text.${part}`, `„${title}“ nennt ${wrong.join(', ')}.`)] : [];
}));

const WORDS: Readonly<Record<Announcement, string>> = { court: 'das gerichtliche Mahnverfahren', handOver: 'die Übergabe ans Inkasso', calls: 'Anrufe', fee: 'weitere Kosten' };
/** Whether what is announced at a level comes after it. */
const comes = ({ levels, after }: Procedure, i: number): Readonly<Record<Announcement, boolean>> => ({
  court: after === 'court', handOver: after === 'handOver', calls: levels.some((l, at) => at >= i && l.phone !== null),
  fee: levels.some((l, at) => at > i && (l.flatFee !== null || l.collectionFee)) || after !== 'none',
});

/** Words of a creditor's own text that announce a step: what this procedure can do, and what no procedure does. */
const THREATS: readonly (readonly [RegExp, Announcement | null])[] = [
  [/gericht|klage|mahnbescheid/i, 'court'], [/inkassounternehmen|inkassobüro|ans inkasso|zum inkasso/i, 'handOver'],
  [/schufa|auskunftei|bonität/i, null], [/gerichtsvollzieher|pfänd|zwangsvollstreck|kontosperr/i, null], [/haft|gefängnis|polizei|strafanzeige|anzeige erstatten/i, null],
];

const inWords = (procedure: Procedure, level: Level, i: number): Finding[] => TEXTS.flatMap((part) => {
  const text = level.text?.[part] ?? '';
  return THREATS.flatMap(([pattern, step]) => {
    const said = pattern.exec(text)?.[0];
    return said && (step === null || !comes(procedure, i)[step]) && !(step === 'handOver' && procedure.sender === 'agency') ? [found('threat.no-step', `levels[${i}].text.${part}`, `„${level.title}“ droht im eigenen Text („${said}“) mit einem Schritt, den es in diesem Mahnlauf nicht gibt.`)] : [];
  });
});

const threats = (procedure: Procedure): Finding[] => procedure.levels.flatMap((level, i) => [
  ...announcedBy(procedure, level).filter((what) => !comes(procedure, i)[what]).map((what) => found('threat.no-step', `levels[${i}].announces`, `„${level.title}“ kündigt ${WORDS[what]} an, aber der Mahnlauf sieht das nicht vor.`)),
  ...inWords(procedure, level, i),
]);

/** Whether the letters say what they must, and nothing that is not so. */
export const contentFindings = (procedure: Procedure): Finding[] => [...information(procedure), ...placeholders(procedure), ...threats(procedure)];
