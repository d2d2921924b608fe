import type { PersonId, UnitId } from "@zhenggai/domain/kernel";
import type { SampleIssue } from "./data/kinds.ts";

export type PersonKey = `${string}/${string}`;

/** Name and post of `姓名/职务`. */
export function splitPerson(text: string): { name: string; title: string | null } {
	const [name = text, title] = text.split("/");
	return { name, title: title ?? null };
}

/** Everybody the issues name, once for each unit. */
export function peopleOf(issues: readonly SampleIssue[]): { unit: string; text: string }[] {
	const found = new Map<string, { unit: string; text: string }>();
	for (const issue of issues) {
		if (issue.lead === null) continue;
		for (const text of [issue.leader, ...(issue.persons ?? [])]) {
			if (text !== null) found.set(`${issue.lead}:${text}`, { unit: issue.lead, text });
		}
	}
	return [...found.values()];
}

/** What the loader has registered so far, by the keys of the data. */
export type Directory = {
	units: Map<string, UnitId>;
	people: Map<string, PersonId>;
};
