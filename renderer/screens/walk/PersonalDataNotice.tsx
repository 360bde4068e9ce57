/** Stands beside free text; a pattern that looks personal is warned of beneath the field itself. */
export function PersonalDataNotice() {
  return <span className="quiet answer__notice">Write nothing that identifies a person.</span>;
}
