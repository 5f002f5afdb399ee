import { drawing, line, rect, text, widthOf, type Box } from './svg.ts';

export type Asl = Readonly<{
  Comment?: string;
  StartAt: string;
  States: Readonly<Record<string, Readonly<{ Type: string; Comment?: string; Next?: string }>>>;
}>;
type Group = Readonly<{ title: string; note: string; names: readonly string[]; fill: string; stroke: string }>;

const [PILL, GAP, SIZE, PAD, HEAD, LEFT, FULL] = [30, 8, 14, 14, 62, 330, 1240];

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

/**
 * A state machine of the form all of ours have: one deciding task, one choice, and groups of states that lead back to
 * one of the two.
 */
export const drawMachine = (asl: Asl, title: string): string => {
  const top = 96;
  const groups: ReturnType<typeof group>[] = [];
  for (const g of groupsOf(asl))
    groups.push(
      group(g, { x: LEFT + 110, y: groups.reduce((y, done) => y + done.box.h + 22, top), w: FULL - LEFT - 110 - 24 }),
    );
  const h = (groups.at(-1)?.box.y ?? 0) + (groups.at(-1)?.box.h ?? 0) + 34;
  const boxOf = (y: number): Box => ({ x: 24, y, w: 250, h: 58 });
  const [start, decide, choice, trouble, failed] = [
    boxOf(top),
    boxOf(top + 100),
    boxOf(top + 200),
    boxOf(top + 340),
    boxOf(top + 440),
  ];
  const [mid, right] = [24 + 125, 24 + 250];
  const [out, back] = [LEFT, LEFT + 60];
  const middleOf = ({ y, h: height }: Box): number => y + height / 2;
  const spine = middleOf(choice);
  const [acts, ...others] = groups;
  const waits = others.slice(0, -1);
  const bottom = groups.at(-1);
  return drawing({ w: FULL, h, title, description: asl.Comment ?? title }, [
    text({ x: 24, y: 40 }, title, { size: 22, bold: true }),
    text({ x: 24, y: 66 }, asl.Comment ?? '', { size: 13, color: '#5b6b7b' }),
    ...node(asl.StartAt, start, 'Akte, Forderung, Generation'),
    ...node('Entscheiden', decide, 'aus allen Tatsachen der Akte'),
    ...node('Wie geht es weiter?', choice, 'das Wort ist der Name des Zustands'),
    ...node('Klärung melden', trouble, 'eine Handlung ist gescheitert'),
    ...node('Klärung gescheitert', failed, 'ein Alarm weckt eine Person'),
    line(
      [
        { x: mid, y: start.y + 58 },
        { x: mid, y: decide.y },
      ],
      { arrow: true },
    ),
    line(
      [
        { x: mid, y: decide.y + 58 },
        { x: mid, y: choice.y },
      ],
      { arrow: true },
    ),
    line(
      [
        { x: 48, y: choice.y + 58 },
        { x: 48, y: trouble.y },
      ],
      { arrow: true, dashed: true },
    ),
    text({ x: 58, y: choice.y + 104 }, 'unbekanntes Wort', { size: 12, color: '#5b6b7b' }),
    line(
      [
        { x: 190, y: trouble.y },
        { x: 190, y: choice.y + 58 },
      ],
      { arrow: true },
    ),
    text({ x: 200, y: choice.y + 104 }, '„Klärung“', { size: 12, color: '#5b6b7b' }),
    line(
      [
        { x: mid, y: trouble.y + 58 },
        { x: mid, y: failed.y },
      ],
      { arrow: true, dashed: true },
    ),
    // What the choice leads to: one line down beside the groups, an arrow into each.
    ...(bottom
      ? [
          line([
            { x: right, y: spine },
            { x: out, y: spine },
          ]),
          line([
            { x: out, y: Math.min(spine, middleOf(acts?.box ?? choice) + 14) },
            { x: out, y: middleOf(bottom.box) + 10 },
          ]),
        ]
      : []),
    ...groups
      .map(({ box }, i) =>
        line(
          [
            { x: out, y: middleOf(box) + (i === 0 ? 14 : 10) },
            { x: box.x, y: middleOf(box) + (i === 0 ? 14 : 10) },
          ],
          { arrow: true },
        ),
      )
      .slice(0, groups.length),
    // Back: acts to the choice, waits to the decision.
    ...(acts
      ? [
          line(
            [
              { x: acts.box.x, y: middleOf(acts.box) - 14 },
              { x: back - 85, y: middleOf(acts.box) - 14 },
              { x: back - 85, y: spine - 16 },
              { x: right, y: spine - 16 },
            ],
            { arrow: true, color: '#3b6fb5' },
          ),
        ]
      : []),
    ...waits.map(({ box }) =>
      line(
        [
          { x: box.x, y: middleOf(box) - 10 },
          { x: back, y: middleOf(box) - 10 },
        ],
        { color: '#b07d12' },
      ),
    ),
    ...(waits.length
      ? [
          line(
            [
              { x: back, y: Math.max(...waits.map(({ box }) => middleOf(box) - 10)) },
              { x: back, y: decide.y + 14 },
              { x: right, y: decide.y + 14 },
            ],
            { arrow: true, color: '#b07d12' },
          ),
        ]
      : []),
    ...groups.flatMap((g) => g.parts),
  ]);
};
