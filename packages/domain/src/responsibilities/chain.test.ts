import fc from "fast-check";
import { expect, test } from "vitest";
import { AssignmentId, addDays, Instant, IsoDate, PersonId, UnitId } from "../kernel/index.ts";
import { isActive, isPersonRole, isUnitRole } from "./assignment.ts";
import { chainDays, chainHistory, type NameLookup, predecessorsOf, responsibilityChain } from "./chain.ts";
import { type Assignment, AssignmentRole, PersonRole, UnitRole } from "./schema.ts";

const id = (n: number) =>
	AssignmentId.parse(`00000004-0000-7000-8000-0000000000${String(n).padStart(2, "0")}`);
const unit = (n: number) => UnitId.parse(`00000002-0000-7000-8000-00000000000${n}`);
const person = (n: number) => PersonId.parse(`00000003-0000-7000-8000-00000000000${n}`);
const day = (text: string) => IsoDate.parse(text);
const TODAY = day("2026-03-02");

const units = new Map([
	[unit(1), { name: "市生态环境局", kind: "department" as const }],
	[unit(2), { name: "市政府督查室", kind: "government" as const }],
	[unit(3), { name: "青石县人民政府", kind: "government" as const }],
	[unit(4), { name: "青石矿业公司", kind: "enterprise" as const }],
]);
const people = new Map([
	[person(1), { name: "沈岚", title: "副市长" }],
	[person(2), { name: "何川", title: null }],
]);
const lookup: NameLookup = { unit: (key) => units.get(key), person: (key) => people.get(key) };

const held = (
	n: number,
	role: AssignmentRole,
	party: UnitId | PersonId,
	more: Partial<Assignment> = {},
): Assignment => ({
	id: id(n),
	role,
	kind: null,
	unitId: isUnitRole(role) ? UnitId.parse(party) : null,
	personId: isPersonRole(role) ? PersonId.parse(party) : null,
	from: day("2026-01-01"),
	until: null,
	acknowledged: null,
	takesOverFrom: null,
	endReason: null,
	...more,
});

const full = [
	held(5, "responsiblePerson", person(2)),
	held(4, "responsible", unit(4)),
	held(3, "responsible", unit(3)),
	held(2, "supervising", unit(2)),
	held(1, "lead", unit(1), { acknowledged: { at: Instant.parse("2026-02-10T16:30:00.000Z"), by: "何川" } }),
	held(6, "responsibleLeader", person(1)),
];
const walk = (assignments: readonly Assignment[], asOf = TODAY) =>
	responsibilityChain(assignments, lookup, asOf).map(
		(link) =>
			`${link.kind} ${link.role} ${link.unit?.name ?? link.person?.name ?? "–"}${link.empty ? " empty" : ""}`,
	);

test("[responsibilities I5] the chain walks from the leader to the enterprise", () => {
	expect(walk(full)).toEqual([
		"leadership responsibleLeader 沈岚",
		"industry lead 市生态环境局",
		"industry supervising 市政府督查室",
		"industry responsible 青石县人民政府",
		"post responsiblePerson 何川",
		"enterprise responsible 青石矿业公司",
	]);
});

test("[responsibilities I6] a role that nobody holds is an empty link, an issue without an enterprise has none", () => {
	expect(walk([held(1, "lead", unit(1))])).toEqual([
		"leadership responsibleLeader – empty",
		"industry lead 市生态环境局",
		"industry supervising – empty",
		"industry responsible – empty",
		"post responsiblePerson – empty",
		"enterprise responsible –",
	]);
});

test("[responsibilities I6] a vacancy says since when", () => {
	const vacant = [held(1, "lead", unit(1), { until: day("2026-02-15"), endReason: "撤并" })];
	const link = responsibilityChain(vacant, lookup, TODAY).find(({ role }) => role === "lead");
	expect(link).toMatchObject({ empty: true, since: "2026-02-15", assignmentId: null });
});

test("[responsibilities I7] a past day shows who answered then, and whether it was acknowledged by then", () => {
	const history = [
		held(1, "lead", unit(1), {
			until: day("2026-02-20"),
			acknowledged: { at: Instant.parse("2026-02-10T16:30:00.000Z"), by: "何川" },
		}),
		held(2, "lead", unit(3), { from: day("2026-02-20"), takesOverFrom: id(1) }),
	];
	const lead = (asOf: string) =>
		responsibilityChain(history, lookup, day(asOf)).find(({ role }) => role === "lead");
	expect(lead("2026-02-10")).toMatchObject({ unit: { name: "市生态环境局" }, acknowledged: false });
	// 2026-02-10T16:30Z is half past midnight on the 11th in Asia/Shanghai.
	expect(lead("2026-02-11")).toMatchObject({ acknowledged: true });
	expect(lead("2026-02-19")).toMatchObject({ unit: { name: "市生态环境局" } });
	expect(lead("2026-02-20")).toMatchObject({ unit: { name: "青石县人民政府" }, acknowledged: false });
	expect(chainDays(history)).toEqual(["2026-01-01", "2026-02-11", "2026-02-20"]);
	expect(chainHistory(history, lookup).map(({ day: on }) => on)).toEqual(chainDays(history));
	expect(predecessorsOf(history, id(2)).map((before) => before.id)).toEqual([id(1)]);
	expect(predecessorsOf(history, id(1))).toEqual([]);
});

test("[responsibilities I5] a kind that was recorded counts before the role's own", () => {
	const [link] = responsibilityChain([held(1, "lead", unit(1), { kind: "leadership" })], lookup, TODAY);
	expect(link).toMatchObject({ kind: "leadership", role: "responsibleLeader", empty: true });
	expect(walk([held(1, "lead", unit(1), { kind: "leadership" })])).toContain("leadership lead 市生态环境局");
});

test("an id without a name shows as the id", () => {
	expect(walk([held(1, "lead", unit(9))])).toContain(`industry lead ${unit(9)}`);
});

test("every role is a unit's or a person's, as the schema says", () => {
	expect(AssignmentRole.options.filter(isUnitRole)).toEqual(UnitRole.options);
	expect(AssignmentRole.options.filter(isPersonRole)).toEqual(PersonRole.options);
});

const KINDS = ["leadership", "industry", "post", "enterprise"];
const someAssignments = fc.array(
	fc.tuple(
		fc.constantFrom(...AssignmentRole.options),
		fc.integer({ min: 1, max: 4 }),
		fc.nat(90),
		fc.option(fc.nat(60)),
	),
	{ maxLength: 12 },
);

test("[responsibilities I5] [responsibilities I6] any chain is in order, holds each active assignment once and shows every gap", () => {
	fc.assert(
		fc.property(someAssignments, fc.nat(150), (drafts, offset) => {
			const start = day("2026-01-01");
			const assignments = drafts.map(([role, who, from, length], index) => {
				const first = addDays(start, from);
				return held(index + 1, role, isUnitRole(role) ? unit(who) : person((who % 2) + 1), {
					from: first,
					until: length === null ? null : addDays(first, length),
				});
			});
			const asOf = addDays(start, offset);
			const chain = responsibilityChain(assignments, lookup, asOf);
			const order = chain.map(({ kind }) => KINDS.indexOf(kind));
			expect(order).toEqual([...order].sort((a, b) => a - b));
			expect(new Set(order).size).toBe(KINDS.length);
			const active = assignments.filter((assignment) => isActive(assignment, asOf));
			const shown = chain.flatMap(({ assignmentId }) => (assignmentId === null ? [] : [assignmentId]));
			expect(shown.sort()).toEqual(active.map((assignment) => assignment.id).sort());
			for (const role of ["responsibleLeader", "lead", "supervising", "responsible", "responsiblePerson"]) {
				const heldNow = active.some((assignment) => assignment.role === role);
				expect(chain.some((link) => link.role === role && link.empty)).toBe(!heldNow);
			}
		}),
		{ numRuns: 300 },
	);
});
