import { Proposal } from "@zhenggai/domain/issues";

/** Lines of a proposal's source that are neither blank, nor inside a field, nor listed as unassigned. */
export function lostLines(proposal: Proposal): number[] {
	const covered = new Set<number>();
	const cover = (value: unknown): void => {
		if (Array.isArray(value)) for (const item of value) cover(item);
		else if (typeof value === "object" && value !== null) {
			if ("place" in value) {
				const place = value.place;
				if (typeof place === "object" && place !== null && "line" in place && "endLine" in place) {
					for (let line = Number(place.line); line <= Number(place.endLine); line++) covered.add(line);
				}
			}
			for (const item of Object.values(value)) cover(item);
		}
	};
	cover([proposal.issues, proposal.complaints, proposal.notices, proposal.unassigned]);
	return proposal.source.lines.flatMap((line, i) =>
		line.trim() !== "" && !covered.has(i + 1) ? [i + 1] : [],
	);
}

/** What every proposal must hold, whatever the input was; the names of what does not. */
export function violations(proposal: Proposal): string[] {
	const out: string[] = [];
	const parsed = Proposal.safeParse(proposal);
	if (!parsed.success)
		out.push(`schema: ${parsed.error.issues[0]?.path.join(".")} ${parsed.error.issues[0]?.message}`);
	const lost = lostLines(proposal);
	if (lost.length > 0) out.push(`lost lines: ${lost.slice(0, 5).join(", ")}`);
	if (proposal.kind === "unknown" && proposal.warnings.length === 0) out.push("unknown without a reason");
	for (const { place } of proposal.unassigned)
		if (place.endLine < place.line) out.push("place runs backwards");
	return out;
}
