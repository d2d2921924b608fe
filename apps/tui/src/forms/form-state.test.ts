import { describe, expect, test } from "vitest";
import { say } from "../say.ts";
import { inputOf } from "../terminal/input-state.ts";
import { plainText } from "../terminal/lines.ts";
import { makeLook } from "../terminal/look.ts";
import { detail, me } from "../testing/fixtures.ts";
import { formLines, formTop } from "./form-lines.ts";
import { type FormSpec, field, heldIn } from "./form-spec.ts";
import {
	CONFIRM,
	type FormAction,
	type FormMode,
	fieldsOf,
	firstProblem,
	formMode,
	JUSTIFICATION,
	reduceForm,
	typed,
} from "./form-state.ts";
import { draftForm } from "./instrument-forms.ts";
import { issueForm } from "./issue-forms.ts";

const look = makeLook({
	language: "zh-CN",
	colour: false,
	ascii: false,
	ambiguousWide: false,
	fullScreen: true,
	screenReader: false,
	columns: 80,
});

const spec = (changes: Partial<FormSpec> = {}): FormSpec => ({
	key: "k",
	title: say("核实", "Verify"),
	intro: [],
	start: { verdict: "", reason: "" },
	version: 3,
	warnings: [],
	confirm: null,
	fields: (values) => [
		field("choice", "verdict", say("结论", "Verdict"), {
			choices: [
				{ value: "yes", label: say("是", "Yes") },
				{ value: "no", label: say("否", "No") },
			],
		}),
		field("text", "reason", say("理由", "Reason"), { required: heldIn(values, "verdict") === "no" }),
	],
	send: () => Promise.reject(new Error("nothing is sent here")),
	...changes,
});

const run = (mode: FormMode, ...actions: FormAction[]) => actions.reduce(reduceForm, mode);
const refusal = (rule: string, path: string | null) => ({
	...{
		rule,
		field: path,
		message: say("不行", "no"),
		clears: say("补齐", "complete it"),
		who: [],
		basis: null,
	},
});

describe("a form", () => {
	test("is filled in one field after the other, and what a choice changes changes at once", () => {
		const chosen = run(formMode(spec(), null), { type: "chosen", number: 1 });
		expect(chosen.values.verdict).toBe("no");
		expect(firstProblem(chosen)).toMatchObject({ name: "reason" });
		const written = typed(run(chosen, { type: "moved", by: 1 }), inputOf("照片不符"));
		expect(written.values.reason).toBe("照片不符");
		expect(firstProblem(written)).toBeNull();
		expect(run(written, { type: "moved", by: -1 })).toMatchObject({ at: 0, pick: 1 });
	});

	test("takes the first choice at the first key, then goes round", () => {
		const forward = { type: "picked", by: 1 } as const;
		const steps = [forward, forward, forward].map(
			(_, index) =>
				run(formMode(spec(), null), ...Array.from({ length: index + 1 }, () => forward)).values.verdict,
		);
		expect(steps).toEqual(["yes", "no", "yes"]);
	});

	test("stands at the field that a refusal names, and asks for the justification that lets a warning through", () => {
		const answer = { type: "refused", notes: [], version: null } as const;
		const refused = run(formMode(spec(), null), { ...answer, refusals: [refusal("ACC-08", "reason.0")] });
		expect(refused).toMatchObject({ at: 1, sending: false });
		expect(fieldsOf(refused).map(({ name }) => name)).toContain(JUSTIFICATION);
		const lines = formLines(refused, 78, look).lines.map(plainText).join("\n");
		expect(lines).toContain("ACC-08 不行");
		expect(lines).toContain("如何解决：补齐");
	});

	test("goes on with what was typed on the newest state after somebody else was faster", () => {
		const held = typed(run(formMode(spec(), null), { type: "moved", by: 1 }), inputOf("甲"));
		const later = run(held, {
			type: "refused",
			refusals: [],
			notes: [say("其间 周远：签收", "…")],
			version: 9,
		});
		expect(later).toMatchObject({ version: 9, values: { reason: "甲" } });
		expect(fieldsOf(later).map(({ name }) => name)).not.toContain(JUSTIFICATION);
	});

	test("asks for a justification beforehand where a rule only warns", () => {
		const warned = formMode(
			spec({ warnings: [refusal("PLAN-10", null)], start: { verdict: "yes", reason: "" } }),
			null,
		);
		expect(firstProblem(warned)).toMatchObject({ name: JUSTIFICATION });
	});

	test("what nothing takes back needs the number", () => {
		const asked = formMode(spec({ confirm: "55", start: { verdict: "yes", reason: "" } }), null);
		expect(firstProblem(asked)).toMatchObject({ name: CONFIRM });
		const last = run(asked, { type: "moved", by: 2 });
		expect(firstProblem(typed(last, inputOf("56")))).toMatchObject({ name: CONFIRM });
		expect(firstProblem(typed(last, inputOf("55")))).toBeNull();
	});

	test("comes back with its draft and begins anew on demand", () => {
		const back = formMode(spec(), {
			at: "2026-07-12T04:00:00.000Z",
			values: { verdict: "no", reason: "甲" },
		});
		expect(back).toMatchObject({ values: { verdict: "no", reason: "甲" }, pick: 1 });
		expect(formLines(back, 78, look).lines.map(plainText).join("\n")).toContain(
			"已取回 2026-07-12 12:00 的草稿",
		);
		expect(run(back, { type: "restarted" })).toMatchObject({
			values: { verdict: "", reason: "" },
			since: null,
		});
	});

	test.each([
		["date", "2026-02-30", false],
		["date", "2026-02-28", true],
		["number", "1,5", false],
		["number", "1.5", true],
		["text", "甲", false],
	] as const)("a field of kind %s takes %j: %s", (kind, value, fine) => {
		const one = formMode(
			spec({ start: { x: value }, fields: () => [field(kind, "x", say("项", "x"))] }),
			null,
		);
		expect(firstProblem(one) === null).toBe(fine);
	});

	test("its lines fit every width, and the field with the keys is in sight", () => {
		const mode = run(formMode(spec({ confirm: "55" }), null), { type: "moved", by: 3 });
		for (let width = 20; width < 120; width += 7) {
			const drawn = formLines(mode, width, look);
			for (const line of drawn.lines)
				expect(look.cells.width(plainText(line))).toBeLessThanOrEqual(width + 20);
			const top = formTop(drawn, 6);
			expect(drawn.active).toBeGreaterThanOrEqual(top);
			expect(drawn.active).toBeLessThan(top + 6);
		}
	});
});

test("a letter is written from the issue, with the reason asked for where a rung is left out", () => {
	const issue = detail(1);
	const { ladder } = issue.supervision;
	const rung = {
		...{ kind: "supervisionLetter" as const, rung: 2, signer: say("甲", "a"), approval: false },
		...{
			reply: { days: 5, working: true },
			skips: ["reminderLetter" as const],
			heldBy: null,
			coolingUntil: null,
			refusals: [],
		},
	};
	const reader = { unitId: null, unitName: "", name: me().name };
	const whole = { ...issue, supervision: { ...issue.supervision, ladder: [...ladder, rung] } };
	const form = draftForm(whole, "supervisionLetter", 0, reader);
	expect(form.start.title).toContain("督办函");
	expect(form.start.body).toContain("5个工作日内书面回复");
	expect(form.fields({}).map(({ name }) => name)).toContain("cause.skipsRungReason");
	const kinds = draftForm(issue, "reminderLetter", 0, reader)
		.fields({})
		.map(({ name }) => name);
	expect(kinds).not.toContain("cause.skipsRungReason");
});

test("a verb has a form here, or is done on the web", () => {
	expect(issueForm("recordSiteCheck")).toBeNull();
	expect(issueForm("toString")).toBeNull();
	for (const verb of ["reportProgress", "reviewPlan", "verifyMilestone", "decideGate", "decideAcceptance"])
		expect([verb, issueForm(verb) === null]).toEqual([verb, false]);
});
