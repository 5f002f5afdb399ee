export const bytes = (text: string, page: Readonly<Record<string, number>>): Buffer =>
  Buffer.from([...text].map((sign) => page[sign] ?? sign.charCodeAt(0)));
