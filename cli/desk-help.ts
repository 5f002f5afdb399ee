/** What the commands of the desk say of themselves. */
export const DESK_HELP = {
  fee: `Was Inkasso für eine Forderung kosten darf (Nr. 2300 VV RVG, § 13e RDG).

  mahnwerk fee --wert 1.234,56 --auftrag 02.03.2026 [--beendet 15.04.2026] [--satz 0,9] [--bestritten] [--mit-umsatzsteuer]

  --wert              Summe der Forderungen in Euro
  --auftrag           Tag des Auftrags; er bestimmt Tabelle, Sätze und Auslagen (§ 60 RVG)
  --beendet           Tag, an dem der Auftrag erledigt ist; er bestimmt die Umsatzsteuer (§ 27 Abs. 1 UStG), ohne Angabe der Tag des Auftrags
  --satz              Teil einer vollen Gebühr; ohne Angabe der Regelsatz vom Tag des Auftrags
  --bestritten        Der Schuldner bestreitet: kein Sondersatz, sondern der Rahmen der Nr. 2300 VV RVG
  --mit-umsatzsteuer  Der Gläubiger kann keine Vorsteuer abziehen

Beispiele:
  mahnwerk fee --wert 1.234,56 --auftrag 02.03.2026
  mahnwerk fee --wert 45,00 --auftrag 02.03.2026 --satz 0,5 --mit-umsatzsteuer
`,
  interest: `Verzugszinsen nach § 288 BGB, Halbjahr für Halbjahr.

  mahnwerk interest --betrag 1.000,00 --ab 25.01.2026 --bis 30.06.2026 [--schuldner privat|unternehmen] [--entstanden 10.01.2026] [--satz 4,00] [--zaehlung act/act|act/365]

  --ab, --bis    erster und letzter Zinstag, beide zählen
  --schuldner    privat (§ 288 Abs. 1 BGB, ohne Angabe) oder unternehmen (§ 288 Abs. 2 BGB)
  --entstanden   Tag des Vertrags, er bestimmt den Aufschlag; ohne Angabe der erste Zinstag
  --satz         fester Zinssatz in Prozent statt des gesetzlichen
  --zaehlung     act/act (ohne Angabe) zählt das Jahr, wie es ist; act/365 immer mit 365 Tagen

Beispiele:
  mahnwerk interest --betrag 1.000,00 --ab 25.01.2026 --bis 30.09.2026
  mahnwerk interest --betrag 250,00 --ab 01.12.2025 --bis 28.02.2026 --schuldner unternehmen
`,
  deadline: `Fristen nach §§ 187 bis 193 BGB und die Verjährung.

  mahnwerk deadline --ereignis 12.03.2026 --frist "2 Wochen" [--plz 86150] [--land NW]
  mahnwerk deadline --verjaehrung --entstanden 10.01.2024 [--kenntnis 15.02.2024] [--plz 86150] [--land NW]

  --ereignis     der Tag, der die Frist auslöst; er zählt nicht mit
  --frist        "14 Tage", "2 Wochen", "1 Monat", "3 Jahre" oder P2W
  --plz          Feiertage am Ort dieser Postleitzahl, auch die einzelner Gemeinden (Augsburg 8. August, Mariä Himmelfahrt, Fronleichnam)
  --land         Feiertage dieses Landes und die, die es in einzelnen Gemeinden gibt; ohne Angabe nur die bundesweiten

Beispiele:
  mahnwerk deadline --ereignis 31.01.2026 --frist "1 Monat"
  mahnwerk deadline --verjaehrung --entstanden 10.01.2024
`,
} as const;
export type DeskCommand = keyof typeof DESK_HELP;
export const isDeskCommand = (word: string | undefined): word is DeskCommand =>
  word !== undefined && Object.hasOwn(DESK_HELP, word);
