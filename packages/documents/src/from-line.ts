import type { Proposal } from "@zhenggai/domain/issues";

type Items = Pick<Proposal, "issues" | "complaints" | "notices" | "warnings">;

/**
 * The items that do not end before a line of the source (from 1): the rows of a table above it are none, however well
 * they read. Its header may stand above, since it says what the columns are. What is said of items goes with them.
 */
export function fromLine<T extends Items>(items: T, line: number | undefined): T {
	if (line === undefined) return items;
	const reaches = ({ lines }: { lines: readonly [number, number] }): boolean => lines[1] >= line;
	const issues = items.issues.filter(reaches);
	const complaints = items.complaints.filter(reaches);
	const notices = items.notices.filter(reaches);
	const keys = new Set([...issues, ...complaints, ...notices].map(({ key }) => key));
	const warnings = items.warnings.filter(({ item }) => item === null || keys.has(item));
	return { ...items, issues, complaints, notices, warnings };
}
