/**
 * Forms behind which nobody is liable as a person: a company limited by shares or guarantee, an association, a
 * foundation, a body of public law.
 */
const LEGAL_PERSON =
  /(?<![\p{L}\d])(?:g?GmbH|mbH|UG|AG|gAG|KGaA|SE|eG|e\.\s?G\.|eV|e\.\s?V\.|Stiftung|Genossenschaft|Aktiengesellschaft|AöR|KdöR|Ltd|Limited|Inc|B\.\s?V\.|S\.\s?A\.|S\.?à\s?r\.?l)(?![\p{L}\d])/u;

/**
 * Whether a business is a legal person by its name, so that it has no personal data (recital 14 GDPR). Where the name
 * says nothing, a person stands behind it: a sole trader, a freelancer, partners of a GbR, OHG, KG or PartG. A `GmbH &
 * Co. KG` counts as one: the partner who is liable is a company.
 */
export const isLegalPerson = (name: string): boolean => LEGAL_PERSON.test(name);
