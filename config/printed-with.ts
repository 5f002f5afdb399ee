/**
 * The files that whatever prints needs beside its code: where they lie in `node_modules`, and where beside a bundle.
 * Noto Sans for the text, and the colour profile that PDF/A wants.
 */
export const PRINTED_WITH = {
  regular: {
    source: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    bundled: 'fonts/NotoSans_400Regular.ttf',
  },
  bold: {
    source: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
    bundled: 'fonts/NotoSans_700Bold.ttf',
  },
  colours: {
    source: 'pdfkit/js/data/sRGB_IEC61966_2_1.icc',
    bundled: 'data/sRGB_IEC61966_2_1.icc',
  },
} as const;
