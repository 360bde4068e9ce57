/** The financial year that a day lies in, April to March, as rounds are usually called: "2026-27". */
export function currentRound(today: Date): string {
  const firstYear = today.getMonth() >= 3 ? today.getFullYear() : today.getFullYear() - 1;
  return `${firstYear}-${String((firstYear + 1) % 100).padStart(2, '0')}`;
}
