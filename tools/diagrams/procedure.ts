import type { Procedure } from '../../domain/procedure/procedure.ts';
import type { CalendarRow, PlannedChannel } from '../../simulator/agency/calendar.ts';
import { drawing, line, rect, text, widthOf } from './svg.ts';

/** Room for the names of the stages, and for what runs over the last day. */
const NAME = 210;
const RIGHT = 70;
const TOP = 108;
const LANE = 84;
const SIZE = 13;
const PX_PER_DAY = 10;
const CHANNELS = {
  email: { word: 'E-Mail', color: '#3b6fb5' },
  sms: { word: 'SMS', color: '#7a4fa3' },
  post: { word: 'Brief', color: '#b5483b' },
} as const satisfies Readonly<Record<PlannedChannel, Readonly<{ word: string; color: string }>>>;
const isMessage = (row: CalendarRow): row is CalendarRow & { channel: PlannedChannel } => row.channel in CHANNELS;
const xOf = (day: number): number => NAME + day * PX_PER_DAY;

/**
 * In which row each label stands: the last one highest, and one that would run into its right neighbour below it, so
 * that no mark's line crosses a label.
 */
const rowsOfLabels = (marks: readonly Readonly<{ day: number; label: string }>[]): readonly number[] =>
  marks.reduceRight<readonly number[]>((below, mark, i) => {
    const next = marks[i + 1];
    const collides = next !== undefined && xOf(mark.day) + 6 + widthOf(mark.label, SIZE) + 8 > xOf(next.day);
    return [collides ? (below[0] ?? 0) + 1 : 0, ...below];
  }, []);

const inDays = (day: number, latest: number | undefined): string =>
  `${day}${latest === undefined ? '' : ` bis ${latest}`}`;
/** Messages of one day share a mark: `E-Mail + SMS, Tag 10`. */
type Mark = Readonly<{ day: number; label: string; channels: readonly PlannedChannel[] }>;
const marksOf = (rows: readonly CalendarRow[]): readonly Mark[] =>
  [...new Set(rows.filter(isMessage).map((r) => r.day))].map((day) => {
    const of = rows.filter(isMessage).filter((r) => r.day === day);
    const latest = of.find((r) => r.latestDay !== undefined)?.latestDay;
    return {
      day,
      channels: of.map((r) => r.channel),
      label: `${of.map((r) => CHANNELS[r.channel].word).join(' + ')}, Tag ${inDays(day, latest)}`,
    };
  });

/** The days on which somebody telephones. */
const phoneWindow = (rows: readonly CalendarRow[], y: number): readonly string[] => {
  const opens = rows.find((r) => r.step === 'phoneStart')?.day;
  const closes = rows.find((r) => r.step === 'phoneEnd')?.day;
  if (opens === undefined || closes === undefined) return [];
  return [
    rect(
      { x: xOf(opens), y: y + 8, w: (closes - opens) * PX_PER_DAY, h: 18 },
      { fill: '#cfe9d4', stroke: '#2f8a46', radius: 4 },
    ),
    text({ x: xOf((opens + closes) / 2), y: y + 21 }, `Telefon, Tag ${opens}–${closes}`, {
      size: 11,
      anchor: 'middle',
      color: '#1d5c2e',
    }),
  ];
};
/** A day's messages: a dot for each, and a line down to their label in its row. */
const markIn = (mark: Mark, y: number, labelRow: number): readonly string[] => {
  const x = xOf(mark.day);
  const depth = y + 46 + labelRow * 17;
  return [
    line(
      [
        { x, y: y + 4 },
        { x, y: depth - 4 },
      ],
      { color: CHANNELS[mark.channels[0] ?? 'email'].color, width: 2 },
    ),
    ...mark.channels.map((c, n) => `<circle cx="${x + n * 9}" cy="${y + 17}" r="5" fill="${CHANNELS[c].color}"/>`),
    text({ x: x + 6, y: depth }, mark.label, { size: SIZE }),
  ];
};
type Lane = Readonly<{ title: string; rows: readonly CalendarRow[]; y: number; until: number }>;
const laneOf = ({ title, rows, y, until }: Lane): readonly string[] => {
  const first = Math.min(...rows.map((r) => r.day));
  const marks = marksOf(rows);
  const labels = rowsOfLabels(marks);
  return [
    rect(
      { x: xOf(first), y: y + 4, w: Math.max(until - first, 1) * PX_PER_DAY, h: 26 },
      { fill: '#fdf1d8', stroke: '#d9b65c', radius: 4 },
    ),
    ...phoneWindow(rows, y),
    text({ x: 24, y: y + 22 }, title, { size: 14, bold: true }),
    ...marks.flatMap((mark, i) => markIn(mark, y, labels[i] ?? 0)),
  ];
};

const axis = (last: number, bottom: number): readonly string[] =>
  Array.from({ length: Math.floor(last / 10) + 1 }, (_, i) => i * 10).flatMap((day) => [
    line(
      [
        { x: xOf(day), y: TOP - 10 },
        { x: xOf(day), y: bottom },
      ],
      { color: '#e3e8ee', width: 1 },
    ),
    text({ x: xOf(day), y: TOP - 18 }, String(day), { size: 12, color: '#5b6b7b', anchor: 'middle' }),
  ]);

const ENDINGS = { courtDecision: 'Vorlage: gerichtliches Mahnverfahren', handOver: 'Übergabe ans Inkasso' } as const;

const endLabelOf = (ending: CalendarRow | undefined): string =>
  ending
    ? `${ENDINGS[ending.step as keyof typeof ENDINGS]}, Tag ${inDays(ending.day, ending.latestDay)}`
    : 'Danach sieht der Mahnlauf nichts vor';
const subtitleOf = ({ id, version, countsFrom }: Procedure): string => {
  const zero = countsFrom === 'invoiceDate' ? 'Rechnungsdatum' : 'Übergabe';
  return `Mahnlauf „${id}“ in Version ${version}; Tage ab ${zero}, ohne Wochenenden und Feiertage`;
};

/** A lane for each stage that has something to do; each reaches to the beginning of the next. */
const lanesOf = (procedure: Procedure, rows: readonly CalendarRow[], last: number): readonly Lane[] => {
  const rowsIn = (stage: number): readonly CalendarRow[] => rows.filter((r) => r.mahnstufe === stage);
  const stages = procedure.levels.filter((level) => rowsIn(level.stage).length > 0);
  return stages.map((level, i) => {
    const next = stages[i + 1];
    return {
      title: level.title,
      rows: rowsIn(level.stage),
      y: TOP + i * LANE,
      until: next ? Math.min(...rowsIn(next.stage).map((r) => r.day)) : last,
    };
  });
};
const endLine = ({ day }: CalendarRow, bottom: number): string =>
  line(
    [
      { x: xOf(day), y: TOP - 10 },
      { x: xOf(day), y: bottom + 14 },
    ],
    { color: '#1c2733', width: 2 },
  );

/**
 * A procedure as a time table on plain days: what its state machine does with an unpaid claim (`rows` come from the
 * simulator, not from here).
 */
export const drawProcedure = (procedure: Procedure, rows: readonly CalendarRow[]): string => {
  const last = Math.max(...rows.map((r) => r.day));
  const ending = rows.find((r) => r.step in ENDINGS);
  const lanes = lanesOf(
    procedure,
    rows.filter((r) => r !== ending),
    last,
  );
  const bottom = TOP + lanes.length * LANE;
  const endLabel = endLabelOf(ending);
  const subtitle = subtitleOf(procedure);
  const w = Math.max(xOf(last) + RIGHT, 760);
  return drawing({ w, h: bottom + 56, title: procedure.name, description: `${subtitle}. ${endLabel}.` }, [
    text({ x: 24, y: 36 }, procedure.name, { size: 20, bold: true }),
    text({ x: 24, y: 58 }, subtitle, { size: 13, color: '#5b6b7b' }),
    ...axis(last, bottom),
    text({ x: 24, y: TOP - 18 }, 'Tag', { size: 12, color: '#5b6b7b' }),
    ...lanes.flatMap(laneOf),
    ...(ending ? [endLine(ending, bottom)] : []),
    text({ x: ending ? Math.min(xOf(ending.day), w - 24) : 24, y: bottom + 34 }, endLabel, {
      size: 14,
      bold: true,
      anchor: ending ? 'end' : 'start',
    }),
  ]);
};
