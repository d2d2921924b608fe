import { describe, expect, test } from "vitest";
import { InspectionId, type Refusal } from "../kernel/index.ts";
import {
	type Complaint,
	type ComplaintCommand,
	type ComplaintContext,
	ComplaintEvent,
	complaintActions,
	decideComplaint,
	evolveComplaint,
	replayComplaint,
	TRANSITIONS,
} from "./index.ts";
import {
	actor,
	CITY,
	COUNTY,
	complaint,
	complaintId,
	contextOf,
	INSPECTION,
	LATER,
	NOW,
	OTHER_CITY,
	PROVINCE,
	register,
	stateAfter,
} from "./testing/complaints.ts";

const amend = (
	changes: Extract<ComplaintCommand, { type: "amendComplaint" }>["changes"],
): ComplaintCommand => ({
	type: "amendComplaint",
	changes,
	source: null,
	reason: "按复核结果更正",
	importId: null,
});
const relate = (receiptNumber: string): ComplaintCommand => ({
	type: "relateComplaint",
	relations: [{ kind: "repeats", receiptNumber, complaintId: null }],
	importId: null,
});
const withdraw: ComplaintCommand = { type: "withdrawComplaint", reason: "误录", document: null };

const refusalsOf = (
	state: Complaint | null,
	command: ComplaintCommand,
	context: ComplaintContext = contextOf(),
): Refusal[] => {
	const decision = decideComplaint(state, command, context);
	return decision.ok ? [] : [...decision.refusals];
};
const rules = (...args: Parameters<typeof refusalsOf>) => refusalsOf(...args).map(({ rule }) => rule);

describe("registerComplaint", () => {
	test("records the row as printed, with its relations and its edition", () => {
		const made = complaint({ cited: ["D3QS202605280001", "Ｄ3QS 202605280001", "D3QS202605280007"] });
		expect(made).toMatchObject({
			version: 1,
			region: COUNTY,
			receiptNumber: "D3QS202605280007",
			state: "registered",
			sources: [{ document: "第1批公开表.xlsx", recordedAt: NOW }],
		});
		expect(made.relations).toEqual([
			{ kind: "cites", receiptNumber: "D3QS202605280001", complaintId: null, since: NOW },
		]);
	});

	test("[complaints I3] a receipt number is refused a second time, however it is printed", () => {
		const surroundings = {
			...contextOf().surroundings,
			receipts: new Map([["D3QS202605280007", complaintId(2)]]),
		};
		const again = register({ receiptNumber: "★ D3QS 202605280007" });
		expect(rules(null, again, contextOf({ surroundings }))).toEqual(["RECEIPT_TAKEN"]);
		expect(rules(null, register({ receiptNumber: "D3QS202605280008" }), contextOf({ surroundings }))).toEqual(
			[],
		);
	});

	test.each([
		["twice", complaint(), register(), "ALREADY_REGISTERED"],
		[
			"under an inspection that is not there",
			null,
			register({ inspectionId: other() }),
			"UNKNOWN_INSPECTION",
		],
		[
			"without anything that identifies it",
			null,
			register({ receiptNumber: null, summary: null }),
			"NOTHING_TO_IDENTIFY",
		],
		[
			"with a place outside of its table's region",
			null,
			register({ listRegion: CITY, places: [OTHER_CITY] }),
			"PLACE_OUTSIDE",
		],
	] as const)("is refused %s", (_name, state, command, rule) => {
		expect(rules(state, command)).toEqual([rule]);
	});

	test("[complaints I7] texts are recorded without mobile and identity numbers", () => {
		const made = complaint({
			summary: "举报人电话13812345678，反映洗砂场。",
			otherFields: [{ label: "联系人", text: "13912345678" }],
		});
		expect(made.summary).toBe("举报人电话〔已隐去〕，反映洗砂场。");
		expect(JSON.stringify(made)).not.toMatch(/1[38]\d{9}/);
	});
});

function other() {
	return InspectionId.parse(INSPECTION.replace("7-0000", "6-0000"));
}

describe("amendComplaint", () => {
	test("takes over what a later edition says, with both sides in the event", () => {
		const decision = decideComplaint(
			complaint({ status: "open" }),
			amend({ status: "closed", verdict: "true" }),
			contextOf({ now: LATER }),
		);
		expect(decision).toMatchObject({
			ok: true,
			events: [{ changes: { from: { status: "open" }, to: { status: "closed" } } }],
		});
	});

	test("[complaints I5] moves to the region above when a second city is named", () => {
		const moved = stateAfter([register(), amend({ places: [COUNTY, OTHER_CITY] })]);
		expect(moved.region).toBe(PROVINCE);
	});

	test("is refused where nothing differs, and where nothing would identify it any more", () => {
		expect(rules(complaint(), amend({ status: "closed" }))).toEqual(["NO_CHANGE"]);
		expect(rules(complaint({ summary: null }), amend({ receiptNumber: null }))).toEqual([
			"NOTHING_TO_IDENTIFY",
		]);
	});

	test("[complaints I8] nobody moves a complaint out of their own reach", () => {
		const county = contextOf({ actor: actor("countyOffice", COUNTY) });
		expect(rules(complaint(), amend({ remarks: "已核" }), county)).toEqual([]);
		expect(rules(complaint(), amend({ places: [OTHER_CITY] }), county)).toEqual(["OUT_OF_REGION"]);
	});
});

describe("relateComplaint and unrelateComplaint", () => {
	test("[complaints I11] a relation is recorded once, never to itself, and can be taken back", () => {
		const related = stateAfter([register(), relate("X3QS202605270003")]);
		expect(related.relations).toHaveLength(1);
		expect(rules(related, relate("X3QS 202605270003"))).toEqual(["NO_CHANGE"]);
		expect(rules(related, relate("D3QS202605280007"))).toEqual(["NO_CHANGE"]);
		const back: ComplaintCommand = {
			type: "unrelateComplaint",
			relation: { kind: "repeats", receiptNumber: "X3QS202605270003", complaintId: null },
			reason: "核对后不是同一件",
		};
		expect(stateAfter([back], contextOf(), related).relations).toEqual([]);
		expect(rules(complaint(), back)).toEqual(["UNKNOWN_COMPLAINT"]);
	});

	test("a relation by id needs a complaint that is there", () => {
		const command: ComplaintCommand = {
			type: "relateComplaint",
			relations: [{ kind: "repeats", receiptNumber: null, complaintId: complaintId(2) }],
			importId: null,
		};
		expect(rules(complaint(), command)).toEqual(["UNKNOWN_COMPLAINT"]);
		const known = { ...contextOf().surroundings, complaints: new Set([complaintId(2)]) };
		expect(rules(complaint(), command, contextOf({ surroundings: known }))).toEqual([]);
	});
});

describe("withdrawComplaint", () => {
	test("[complaints I1] it stays, with its reason, and nothing happens to it any more", () => {
		const gone = stateAfter([register(), withdraw]);
		expect(gone).toMatchObject({ state: "withdrawn", summary: complaint().summary });
		expect(gone.withdrawal).toMatchObject({ reason: "误录", at: NOW });
		for (const command of [amend({ remarks: "再改" }), relate("X3QS202605270003"), withdraw]) {
			expect(rules(gone, command)).toEqual(["ENDED"]);
		}
		const [event] = [...eventsOf(complaint(), amend({ remarks: "再改" }))];
		expect(event !== undefined && (() => evolveComplaint(gone, event))).toThrow("cannot happen");
	});
});

const eventsOf = (state: Complaint, command: ComplaintCommand) => {
	const decision = decideComplaint(state, command, contextOf());
	return decision.ok ? decision.events : [];
};

describe("[complaints I8] who may", () => {
	const commands: readonly (readonly [string, Complaint | null, ComplaintCommand])[] = [
		["registerComplaint", null, register()],
		["amendComplaint", complaint(), amend({ remarks: "已核" })],
		["relateComplaint", complaint(), relate("X3QS202605270003")],
		[
			"unrelateComplaint",
			stateAfter([register(), relate("X3QS202605270003")]),
			{
				type: "unrelateComplaint",
				relation: { kind: "repeats", receiptNumber: "X3QS202605270003", complaintId: null },
				reason: "误关联",
			},
		],
		["withdrawComplaint", complaint(), withdraw],
	];
	test.each(commands)("%s: keepers of the region, nobody else", (_verb, state, command) => {
		for (const role of ["provOffice", "cityOffice", "countyOffice", "liaison"] as const) {
			expect(rules(state, command, contextOf({ actor: actor(role, COUNTY) }))).toEqual([]);
			expect(rules(state, command, contextOf({ actor: actor(role, "990200") }))).toEqual(["OUT_OF_REGION"]);
		}
		for (const role of ["respUnit", "leadingGroup", "auditor", "public"] as const) {
			expect(rules(state, command, contextOf({ actor: actor(role, COUNTY) }))).toEqual(["NOT_ALLOWED"]);
		}
		expect(rules(state, command, contextOf({ actor: { kind: "anonymous" } }))).toEqual(["NOT_SIGNED_IN"]);
	});

	test("a command about what is not on the ledger is refused", () => {
		expect(rules(null, withdraw)).toEqual(["NOT_ON_LEDGER"]);
	});

	test("what is offered is what is accepted", () => {
		const offered = (state: Complaint, role: "provOffice" | "auditor") =>
			complaintActions(state, { actor: actor(role, PROVINCE) })
				.filter(({ allowed }) => allowed)
				.map(({ verb }) => verb);
		expect(offered(complaint(), "provOffice")).toEqual([
			"amendComplaint",
			"relateComplaint",
			"withdrawComplaint",
		]);
		expect(offered(complaint(), "auditor")).toEqual([]);
		expect(offered(stateAfter([register(), withdraw]), "provOffice")).toEqual([]);
	});
});

test("[complaints I2] events rebuild the state, one version each, also from JSON", () => {
	const commands = [register(), amend({ status: "open" }), relate("X3QS202605270003"), withdraw];
	let state: Complaint | null = null;
	const events: ComplaintEvent[] = [];
	for (const command of commands) {
		const decision = decideComplaint(state, command, contextOf());
		if (!decision.ok) throw new Error(JSON.stringify(decision.refusals));
		for (const event of decision.events) {
			state = evolveComplaint(state, event);
			events.push(ComplaintEvent.parse(JSON.parse(JSON.stringify(event))));
		}
	}
	expect(replayComplaint(events)).toEqual(state);
	expect(state?.version).toBe(4);
	expect(() => replayComplaint(events.slice(1))).toThrow("not registered yet");
});

test("nothing leads out of a state that has ended", () => {
	expect(Object.values(TRANSITIONS.withdrawn).every((cell) => cell === "refused")).toBe(true);
});
