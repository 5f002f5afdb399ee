import { posix } from 'node:path';
import ts from 'typescript';

/** A file as others see it: what it takes from which file of ours, and what it offers. `usedHere`: also by itself. */
export type Module = Readonly<{
  file: string;
  imports: readonly Readonly<{ from: string; name: string }>[];
  exports: readonly Readonly<{ name: string; usedHere: boolean }>[];
}>;
type Import = Module['imports'][number];

/** Everything that a file offers. */
const ALL = '*';

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) ?? false);

const isNamed = (statement: ts.Statement) =>
  ts.isFunctionDeclaration(statement) ||
  ts.isClassDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement);

/** What a statement declares. */
const namesOf = (statement: ts.Statement): readonly string[] => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? name.text : []));
  return isNamed(statement) && statement.name ? [statement.name.text] : [];
};

/** The file that an import names, where it is one of ours. */
const targetOf = (file: string, specifier: ts.Node): string | null =>
  ts.isStringLiteralLike(specifier) && specifier.text.startsWith('.')
    ? posix.join(posix.dirname(file), specifier.text)
    : null;

/** `import a, { b as c } from`, `import * as d from`. */
const namesImported = ({ importClause }: ts.ImportDeclaration): readonly string[] => {
  const bindings = importClause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
  return [
    ...(importClause?.name ? ['default'] : []),
    ...(bindings && ts.isNamespaceImport(bindings) ? [ALL] : []),
    ...named.map(({ name, propertyName }) => (propertyName ?? name).text),
  ];
};

/** `export { a } from`, `export * from`: whoever hands something on uses it. */
const namesHandedOn = ({ exportClause }: ts.ExportDeclaration): readonly string[] =>
  exportClause && ts.isNamedExports(exportClause)
    ? exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
    : [ALL];

/** What a node takes from another file: an import, something handed on, `import('…')` as a call or as a type. */
const importsAt = (file: string, node: ts.Node): readonly Import[] => {
  const of = (specifier: ts.Node | undefined, names: readonly string[]): readonly Import[] => {
    const from = specifier && targetOf(file, specifier);
    return from ? names.map((name) => ({ from, name })) : [];
  };
  if (ts.isImportDeclaration(node)) return of(node.moduleSpecifier, namesImported(node));
  if (ts.isExportDeclaration(node)) return of(node.moduleSpecifier, namesHandedOn(node));
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return of(node.arguments[0], [ALL]);
  return ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? of(node.argument.literal, [ALL]) : [];
};

/** What a file takes and offers, by its syntax. */
export const moduleOf = (file: string, text: string): Module => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const imports: Import[] = [];
  const mentioned = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) mentioned.set(node.text, (mentioned.get(node.text) ?? 0) + 1);
    imports.push(...importsAt(file, node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  const declared = source.statements.filter(isExported).flatMap(namesOf);
  const exports = [...new Set(declared)].map((name) => ({
    name,
    // A type with the name of its schema is declared twice.
    usedHere: (mentioned.get(name) ?? 0) > declared.filter((other) => other === name).length,
  }));
  return { file, imports, exports };
};
