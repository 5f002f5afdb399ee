import { drawing, line, rect, text, widthOf, type Box } from './svg.ts';

export type Asl = Readonly<{
  Comment?: string;
  StartAt: string;
  States: Readonly<Record<string, Readonly<{ Type: string; Comment?: string; Next?: string }>>>;
}>;
type Group = Readonly<{ title: string; note: string; names: readonly string[]; fill: string; stroke: string }>;

/** The width of the drawing, and where its first boxes begin. */
const FULL = 1240;
const TOP = 96;
/** A group: its headline, then rows of pills. */
const HEAD = 62;
const PAD = 14;
const PILL = 30;
const GAP = 8;
const SIZE = 14;
/** Beside the groups run the line down to them and, from those that wait, the one back. */
const DOWN = 330;
const BACK = DOWN + 60;
const GROUPS_X = DOWN + 110;

/** The states every machine has stand at the left, one below the other. */
const COLUMN = { x: 24, w: 250, h: 58 } as const;
const MIDDLE = COLUMN.x + COLUMN.w / 2;
const RIGHT = COLUMN.x + COLUMN.w;
const boxAt = (y: number): Box => ({ ...COLUMN, y });
const START = boxAt(TOP);
const DECIDE = boxAt(TOP + 100);
const CHOICE = boxAt(TOP + 200);
const TROUBLE = boxAt(TOP + 340);
const FAILED = boxAt(TOP + 440);
const middleOf = ({ y, h }: Box): number => y + h / 2;
const belowOf = ({ y, h }: Box): number => y + h;
const CHOICE_Y = middleOf(CHOICE);

/** The states in the order and the groups in which an operator thinks of them. */
const groupsOf = ({ States }: Asl): readonly Group[] => {
  const of = (type: string): string[] => Object.entries(States).flatMap(([name, s]) => (s.Type === type ? [name] : []));
  const tasks = of('Task').filter(
    (name) => States[name]?.Next === 'Wie geht es weiter?' && !['Entscheiden', 'Klärung melden'].includes(name),
  );
  const dunning = of('Wait').filter((name) =>
    /^(Beginn|Zahlungsziel|Zahlungserinnerung|Mahnstufe|Gerichtliches)/.test(name),
  );
  return [
    {
      title: 'Handlungen',
      note: 'geschehen sofort; jede sagt zugleich, was folgt',
      names: tasks,
      fill: '#e4eefb',
      stroke: '#3b6fb5',
    },
    {
      title: 'Fristen des Mahnlaufs',
      note: 'warten auf ihren Tag, dann wird neu entschieden',
      names: dunning,
      fill: '#fdf1d8',
      stroke: '#b07d12',
    },
    {
      title: 'Es ruht oder wartet auf jemanden',
      note: 'keine Nachricht geht hinaus; nach spätestens 60 Tagen wird neu entschieden',
      names: of('Wait').filter((name) => !dunning.includes(name)),
      fill: '#f1e9f8',
      stroke: '#7a4fa3',
    },
    { title: 'Enden', note: 'die Ausführung ist zu Ende', names: of('Succeed'), fill: '#e3f4e6', stroke: '#2f8a46' },
  ].filter((g) => g.names.length > 0);
};

/** Pills in rows as wide as the group is. */
const rowsOf = (
  names: readonly string[],
  width: number,
): readonly (readonly Readonly<{ name: string; x: number; w: number }>[])[] => {
  const rows: { name: string; x: number; w: number }[][] = [[]];
  let x = PAD;
  for (const name of names) {
    const w = Math.ceil(widthOf(name, SIZE) + 22);
    if (x > PAD && x + w + PAD > width) {
      rows.push([]);
      x = PAD;
    }
    rows.at(-1)?.push({ name, x, w });
    x += w + GAP;
  }
  return rows;
};

const group = (
  of: Group,
  at: Readonly<{ x: number; y: number; w: number }>,
): Readonly<{ box: Box; parts: readonly string[] }> => {
  const rows = rowsOf(of.names, at.w);
  const box = { ...at, h: HEAD + rows.length * (PILL + GAP) + PAD - GAP };
  return {
    box,
    parts: [
      rect(box, { fill: '#fbfcfd', stroke: of.stroke, radius: 10 }),
      text({ x: at.x + PAD, y: at.y + 28 }, of.title, { size: 16, bold: true, color: of.stroke }),
      text({ x: at.x + PAD, y: at.y + 48 }, of.note, { size: 13, color: '#5b6b7b' }),
      ...rows.flatMap((row, r) =>
        row.flatMap(({ name, x, w }) => {
          const pill = { x: at.x + x, y: at.y + HEAD + r * (PILL + GAP), w, h: PILL };
          return [
            rect(pill, { fill: of.fill, stroke: of.stroke, radius: 15 }),
            text({ x: pill.x + w / 2, y: pill.y + 20 }, name, { size: SIZE, anchor: 'middle' }),
          ];
        }),
      ),
    ],
  };
};

const node = (name: string, box: Box, note: string): readonly string[] => [
  rect(box, { fill: '#ffffff', stroke: '#1c2733' }),
  text({ x: box.x + box.w / 2, y: box.y + 24 }, name, { size: 15, bold: true, anchor: 'middle' }),
  text({ x: box.x + box.w / 2, y: box.y + 44 }, note, { size: 12, color: '#5b6b7b', anchor: 'middle' }),
];

type Ink = Parameters<typeof line>[1];
const down = (x: number, from: number, to: number, ink?: Ink): string =>
  line(
    [
      { x, y: from },
      { x, y: to },
    ],
    ink,
  );
const across = (y: number, from: number, to: number, ink?: Ink): string =>
  line(
    [
      { x: from, y },
      { x: to, y },
    ],
    ink,
  );

/** Where a machine begins, decides and chooses, and what it does in trouble. */
const column = (startAt: string): readonly string[] => [
  ...node(startAt, START, 'Akte, Forderung, Generation'),
  ...node('Entscheiden', DECIDE, 'aus allen Tatsachen der Akte'),
  ...node('Wie geht es weiter?', CHOICE, 'das Wort ist der Name des Zustands'),
  ...node('Klärung melden', TROUBLE, 'eine Handlung ist gescheitert'),
  ...node('Klärung gescheitert', FAILED, 'ein Alarm weckt eine Person'),
  down(MIDDLE, belowOf(START), DECIDE.y, { arrow: true }),
  down(MIDDLE, belowOf(DECIDE), CHOICE.y, { arrow: true }),
  down(48, belowOf(CHOICE), TROUBLE.y, { arrow: true, dashed: true }),
  text({ x: 58, y: CHOICE.y + 104 }, 'unbekanntes Wort', { size: 12, color: '#5b6b7b' }),
  down(190, TROUBLE.y, belowOf(CHOICE), { arrow: true }),
  text({ x: 200, y: CHOICE.y + 104 }, '„Klärung“', { size: 12, color: '#5b6b7b' }),
  down(MIDDLE, belowOf(TROUBLE), FAILED.y, { arrow: true, dashed: true }),
];

/** What the choice leads to: one line down beside the groups, an arrow into each. */
const waysOut = (boxes: readonly Box[]): readonly string[] => {
  const [first] = boxes;
  const last = boxes.at(-1);
  if (!first || !last) return [];
  return [
    across(CHOICE_Y, RIGHT, DOWN),
    down(DOWN, Math.min(CHOICE_Y, middleOf(first) + 14), middleOf(last) + 10),
    ...boxes.map((box, i) => across(middleOf(box) + (i === 0 ? 14 : 10), DOWN, box.x, { arrow: true })),
  ];
};

/** Acts lead back to the choice. */
const backToChoice = (acts: Box): string =>
  line(
    [
      { x: acts.x, y: middleOf(acts) - 14 },
      { x: BACK - 85, y: middleOf(acts) - 14 },
      { x: BACK - 85, y: CHOICE_Y - 16 },
      { x: RIGHT, y: CHOICE_Y - 16 },
    ],
    { arrow: true, color: '#3b6fb5' },
  );

/** Waits lead back to the decision. */
const backToDecision = (waits: readonly Box[]): readonly string[] => {
  if (waits.length === 0) return [];
  const leaves = waits.map((box) => middleOf(box) - 10);
  return [
    ...waits.map((box) => across(middleOf(box) - 10, box.x, BACK, { color: '#b07d12' })),
    line(
      [
        { x: BACK, y: Math.max(...leaves) },
        { x: BACK, y: DECIDE.y + 14 },
        { x: RIGHT, y: DECIDE.y + 14 },
      ],
      { arrow: true, color: '#b07d12' },
    ),
  ];
};

/**
 * A state machine of the form all of ours have: one deciding task, one choice, and groups of states that lead back to
 * one of the two.
 */
export const drawMachine = (asl: Asl, title: string): string => {
  const groups: ReturnType<typeof group>[] = [];
  for (const of of groupsOf(asl)) {
    const y = groups.reduce((end, done) => end + done.box.h + 22, TOP);
    groups.push(group(of, { x: GROUPS_X, y, w: FULL - GROUPS_X - 24 }));
  }
  const boxes = groups.map(({ box }) => box);
  const [acts, ...others] = boxes;
  const bottom = boxes.at(-1);
  const h = (bottom ? belowOf(bottom) : 0) + 34;
  return drawing({ w: FULL, h, title, description: asl.Comment ?? title }, [
    text({ x: 24, y: 40 }, title, { size: 22, bold: true }),
    text({ x: 24, y: 66 }, asl.Comment ?? '', { size: 13, color: '#5b6b7b' }),
    ...column(asl.StartAt),
    ...waysOut(boxes),
    ...(acts ? [backToChoice(acts)] : []),
    ...backToDecision(others.slice(0, -1)),
    ...groups.flatMap((g) => g.parts),
  ]);
};
