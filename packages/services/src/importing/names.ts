import type { ProposedIssue } from "@zhenggai/domain/issues";

const UNIT_FIELDS = [
	"leadUnits",
	"responsibleUnits",
	"supportingUnits",
	"supervisingUnits",
	"acceptanceUnits",
] as const satisfies readonly (keyof ProposedIssue)[];

const PERSON_FIELDS = [
	"responsibleLeaders",
	"responsiblePersons",
] as const satisfies readonly (keyof ProposedIssue)[];

/** The units that a proposed issue names anywhere, each once. */
export const unitNamesOf = (proposed: ProposedIssue): string[] => [
	...new Set([
		...UNIT_FIELDS.flatMap((field) => proposed[field]?.value ?? []),
		...(proposed.measures?.value ?? []).flatMap(({ responsibleUnits, supportingUnits }) => [
			...responsibleUnits,
			...supportingUnits,
		]),
	]),
];

/** The units that answer for it, the first of them being where its people are looked for first. */
export const answeringUnitNames = (proposed: ProposedIssue): string[] => [
	...new Set([...(proposed.leadUnits?.value ?? []), ...(proposed.responsibleUnits?.value ?? [])]),
];

/** The people that it names, each once. */
export const personNamesOf = (proposed: ProposedIssue): string[] => [
	...new Set(PERSON_FIELDS.flatMap((field) => proposed[field]?.value ?? [])),
];

const WITH_TITLE = /^([\p{Script=Han}·]{2,12}?)\s*[（(]([^（()）]{2,60})[）)]$/u;

/** A person's name and title as documents print them: `沈知远（副市长）`. */
export function personOf(text: string): { name: string; title: string | null } {
	const [, name, title] = WITH_TITLE.exec(text.trim()) ?? [];
	return name === undefined || title === undefined
		? { name: text.trim().slice(0, 120), title: null }
		: { name, title };
}
