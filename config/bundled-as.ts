/**
 * Ways to credentials that a function never goes: Lambda gives it its own in the environment, where the SDK looks
 * first. They would be a tenth of each bundle.
 */
const OTHER_CREDENTIALS = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/**
 * How esbuild makes a function's bundle, for whoever builds one: the stack, a test, a measurement.
 *
 * What libraries offer as ES modules is taken as such, because only of these can be left out what nobody calls: the AWS
 * SDK shrinks by half. It is bundled, so that what is tested is what runs. What comes out is CJS, which loads a third
 * faster. Without `define` pdfkit dies at load with `Invalid URL` (adapters/pdf/assets.ts).
 */
export const BUNDLED_AS = {
  bundle: true,
  minify: true,
  platform: 'node' as const,
  target: 'node24',
  format: 'cjs' as const,
  mainFields: ['module', 'main'],
  external: OTHER_CREDENTIALS,
  logLevel: 'error' as const,
  logOverride: { 'empty-import-meta': 'silent' as const },
  define: { 'import.meta.url': '__moduleUrl', 'import.meta.dirname': '__dirname' },
  banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
};
