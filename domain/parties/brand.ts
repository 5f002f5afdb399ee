import * as z from 'zod';

/** WCAG 2.2, success criterion 1.4.3: text on white that people with weak sight can still read. */
const LEAST_CONTRAST = 4.5;

const channels = (colour: string): number[] => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
const linear = (value: number): number =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;

/** How much a colour `#rrggbb` stands out from white paper, between 1 (white) and 21 (black), as WCAG counts it. */
export const contrastOnWhite = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(linear);
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
};

/** The same hue, only as much darker as it must be to be read on white. */
export const readable = (colour: string): string => {
  let shade = colour;
  for (let percent = 99; contrastOnWhite(shade) < LEAST_CONTRAST; percent -= 1)
    shade = `#${channels(colour)
      .map((v) =>
        Math.floor((v * percent) / 100)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
  return shade;
};

/** Cut off, not rounded: 4.49 must not read as enough. */
const shown = (contrast: number): string => (Math.floor(contrast * 10) / 10).toFixed(1).replace('.', ',');
const tooPale = (colour: string): string =>
  `Die Farbe ${colour} ist auf weißem Papier zu blass: Ihr Kontrast ist ${shown(contrastOnWhite(colour))} : 1, gebraucht werden ${shown(LEAST_CONTRAST)} : 1 (WCAG 2.2, 1.4.3). Bitte einen dunkleren Ton angeben, zum Beispiel ${readable(colour)}.`;

const Colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, { error: 'Eine Farbe wird als #rrggbb geschrieben, zum Beispiel #1f4e79.', abort: true })
  .refine((colour) => contrastOnWhite(colour) >= LEAST_CONTRAST, { error: ({ input }) => tooPale(String(input)) });

/** One line, without what would end a mail header's name or pass for an address in it. */
const Line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{C}<>"@\\]+$/u, { error: 'Eine Zeile ohne Zeilenumbruch und ohne die Zeichen < > " @ \\.' });

/**
 * How a creditor shows itself in what goes out in its own name. Each part may be missing: its own name, and our
 * telephone and e-mail with ours named beside them. No logo: a picture would need checking, storing and embedding, and
 * says no more than a name.
 */
export const Brand = z.strictObject({
  /** What its customers know it by, where that is not its legal name. That one still stands in the footer. */
  name: Line(80).optional(),
  phone: z
    .string()
    .regex(/^[+(]?\d[\d ()/-]{4,28}\d$/, {
      error: 'Eine Telefonnummer, wie sie im Brief stehen soll, zum Beispiel 0231 9876540.',
    })
    .optional(),
  /** Answers to its mails go there, too. */
  email: z.email({ error: 'Eine E-Mail-Adresse, zum Beispiel service@example.com.' }).max(100).optional(),
  web: z
    .url({ protocol: /^https?$/, error: 'Eine Internetadresse mit https:// davor.' })
    .max(100)
    .optional(),
  colour: Colour.optional(),
  /** What a phone shows as the sender of a text: letters and digits, at least one letter. Absent: made of the name. */
  smsSender: z
    .string()
    .regex(/^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/, {
      error: 'Drei bis elf Buchstaben (ohne Umlaute) und Ziffern, darunter ein Buchstabe, zum Beispiel Stadtwerke.',
    })
    .optional(),
});
export type Brand = z.infer<typeof Brand>;
