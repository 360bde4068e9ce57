/** Whether the frameworks as a workbook has them change with entities of this kind: corrected texts, partners of its own. */
export function isInCatalogue(entity: string): boolean {
  return entity === 'framework-row' || entity === 'partner';
}
