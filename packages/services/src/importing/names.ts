import type { ProposedIssue } from "@zhenggai/domain/issues";
import type { UnitKind } from "@zhenggai/domain/responsibilities";

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

const KIND_BY_ENDING: readonly (readonly [RegExp, UnitKind])[] = [
	[/整改办(公室)?$/u, "rectificationOffice"],
	[/领导小组(办公室)?$/u, "leadingGroup"],
	[/(公司|集团|厂|矿|企业|合作社|场)$/u, "enterprise"],
	[/(园区|开发区|高新区|示范区|管委会|管理委员会)$/u, "park"],
	[/(党委|市委|省委|县委|区委|州委|旗委|工委)$/u, "partyCommittee"],
	[/(政府|行署|办事处)$/u, "government"],
	[/(局|厅|委|委员会|办|办公室|部|署|司|处|支队|大队|总队)$/u, "department"],
	[/(中心|站|所|院|校|大学|医院|管理处|管护局)$/u, "institution"],
];

/** What kind of body a new unit is by the end of its name; an office can correct it. */
export const unitKindOf = (name: string): UnitKind =>
	KIND_BY_ENDING.find(([ending]) => ending.test(name.trim()))?.[1] ?? "other";
