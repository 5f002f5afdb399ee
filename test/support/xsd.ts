import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

/** Throws where the document does not fit the schema; its message names line and element. */
export const validate = (xml: string, schema: 'pain.001.001.09' | 'camt.053.001.08'): void => {
  const xsd = XmlDocument.fromString(
    readFileSync(join(import.meta.dirname, '../fixtures/schemas', `${schema}.xsd`), 'utf8'),
  );
  const validator = XsdValidator.fromDoc(xsd);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
    validator.dispose();
    xsd.dispose();
  }
};
