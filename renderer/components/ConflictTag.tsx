/** Says that something has several values that nobody has settled. */
export function ConflictTag() {
  return <span className="tag tag--conflict">Not settled</span>;
}
