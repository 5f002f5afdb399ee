import type { Procedure } from '../../domain/procedure.ts';
import type { CalendarRow } from '../../simulator/calendar.ts';
import { drawing, line, rect, text, widthOf } from './svg.ts';

const [NAME, RIGHT, LANE, TOP, SIZE] = [210, 70, 84, 108, 13];
const PX_PER_DAY = 10;
const CHANNELS = {
  email: { word: 'E-Mail', color: '#3b6fb5' },
  sms: { word: 'SMS', color: '#7a4fa3' },
  post: { word: 'Brief', color: '#b5483b' },
} as const;
type Channel = keyof typeof CHANNELS;
const isMessage = (row: CalendarRow): row is CalendarRow & { channel: Channel } => row.channel in CHANNELS;
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

/** Messages of one day share a mark: `E-Mail + SMS, Tag 10`. */
const marksOf = (
  rows: readonly CalendarRow[],
): readonly Readonly<{ day: number; label: string; channels: readonly Channel[] }>[] =>
  [...new Set(rows.filter(isMessage).map((r) => r.day))].map((day) => {
    const of = rows.filter(isMessage).filter((r) => r.day === day);
    const latest = of.find((r) => r.latestDay !== undefined)?.latestDay;
    return {
      day,
      channels: of.map((r) => r.channel),
      label: `${of.map((r) => CHANNELS[r.channel].word).join(' + ')}, Tag ${day}${latest === undefined ? '' : ` bis ${latest}`}`,
    };
  });

const laneOf = (title: string, rows: readonly CalendarRow[], y: number, until: number): readonly string[] => {
  const first = Math.min(...rows.map((r) => r.day));
  const [opens, closes] = [
    rows.find((r) => r.step === 'phoneStart')?.day,
    rows.find((r) => r.step === 'phoneEnd')?.day,
  ];
  const marks = marksOf(rows);
  const labels = rowsOfLabels(marks);
  const phone =
    opens === undefined || closes === undefined
      ? []
      : [
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
  return [
    rect(
      { x: xOf(first), y: y + 4, w: Math.max(until - first, 1) * PX_PER_DAY, h: 26 },
      { fill: '#fdf1d8', stroke: '#d9b65c', radius: 4 },
    ),
    ...phone,
    text({ x: 24, y: y + 22 }, title, { size: 14, bold: true }),
    ...marks.flatMap((mark, i) => {
      const depth = y + 46 + (labels[i] ?? 0) * 17;
      return [
        line(
          [
            { x: xOf(mark.day), y: y + 4 },
            { x: xOf(mark.day), y: depth - 4 },
          ],
          { color: CHANNELS[mark.channels[0] ?? 'email'].color, width: 2 },
        ),
        ...mark.channels.map(
          (c, n) => `<circle cx="${xOf(mark.day) + n * 9}" cy="${y + 17}" r="5" fill="${CHANNELS[c].color}"/>`,
        ),
        text({ x: xOf(mark.day) + 6, y: depth }, mark.label, { size: SIZE }),
      ];
    }),
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

/**
 * A procedure as a time table on plain days: what its state machine does with an unpaid claim (`rows` come from the
 * simulator, not from here).
 */
export const drawProcedure = (procedure: Procedure, rows: readonly CalendarRow[]): string => {
  const last = Math.max(...rows.map((r) => r.day));
  const ending = rows.find((r) => r.step in ENDINGS);
  const stages = procedure.levels.filter((l) => rows.some((r) => r.mahnstufe === l.stage && r !== ending));
  const startOf = (stage: number): number =>
    Math.min(...rows.filter((r) => r.mahnstufe === stage && r !== ending).map((r) => r.day));
  const bottom = TOP + stages.length * LANE;
  const endLabel = ending
    ? `${ENDINGS[ending.step as keyof typeof ENDINGS]}, Tag ${ending.day}${ending.latestDay === undefined ? '' : ` bis ${ending.latestDay}`}`
    : 'Danach sieht der Mahnlauf nichts vor';
  const w = Math.max(xOf(last) + RIGHT, 760);
  const subtitle = `Mahnlauf „${procedure.id}“ in Version ${procedure.version}; Tage ab ${procedure.countsFrom === 'invoiceDate' ? 'Rechnungsdatum' : 'Übergabe'}, ohne Wochenenden und Feiertage`;
  return drawing({ w, h: bottom + 56, title: procedure.name, description: `${subtitle}. ${endLabel}.` }, [
    text({ x: 24, y: 36 }, procedure.name, { size: 20, bold: true }),
    text({ x: 24, y: 58 }, subtitle, { size: 13, color: '#5b6b7b' }),
    ...axis(last, bottom),
    text({ x: 24, y: TOP - 18 }, 'Tag', { size: 12, color: '#5b6b7b' }),
    ...stages.flatMap((level, i) =>
      laneOf(
        level.title,
        rows.filter((r) => r.mahnstufe === level.stage && r !== ending),
        TOP + i * LANE,
        stages[i + 1] ? startOf(stages[i + 1]?.stage ?? 0) : last,
      ),
    ),
    ...(ending
      ? [
          line(
            [
              { x: xOf(ending.day), y: TOP - 10 },
              { x: xOf(ending.day), y: bottom + 14 },
            ],
            { color: '#1c2733', width: 2 },
          ),
        ]
      : []),
    text({ x: ending ? Math.min(xOf(ending.day), w - 24) : 24, y: bottom + 34 }, endLabel, {
      size: 14,
      bold: true,
      anchor: ending ? 'end' : 'start',
    }),
  ]);
};
