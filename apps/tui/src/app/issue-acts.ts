import { acknowledgeFor } from "../forms/acknowledge-form.ts";
import { isHere } from "../issues/here.ts";
import type { IssueDetail } from "../issues/wire.ts";
import { say } from "../say.ts";
import { acknowledgeMode, assignMode, assignmentMenu, assignPrompt, startPlanningMode } from "./act-modes.ts";
import { openAssignments, readAssignment } from "./act-request.ts";
import type { ActTools } from "./acts.ts";
import type { Forms } from "./form-acts.ts";
import type { Services } from "./services.ts";

/** What a duty desk does with an issue. */
export function makeIssueActs({ show, tell }: ActTools, { store, directory }: Services, forms: Forms) {
	/** One's own side takes on at once; an office that does it for others says why. */
	const takeOn = (detail: IssueDetail, one: IssueDetail["assignments"][number]) => {
		const unitId = store.get().me?.unit?.id ?? null;
		if (unitId === null || one.unit?.id !== unitId) forms.open(acknowledgeFor(detail, one));
		else show(acknowledgeMode(detail, one));
	};

	const acknowledge = (detail: IssueDetail, part: string | null) => {
		const named = detail.assignments.find(({ id, acknowledged }) => id === part && acknowledged === null);
		if (named !== undefined) return takeOn(detail, named);
		const open = openAssignments(detail, store.get().me?.unit?.id ?? null);
		const [first] = open;
		if (first === undefined) return tell(say("没有待签收的责任", "Nothing is left to acknowledge"), "notice");
		if (open.length === 1) takeOn(detail, first);
		else show(assignmentMenu(open));
	};

	return {
		/** Asks for what a verb needs. False where it is done on the web page. */
		start(detail: IssueDetail, verb: string, part: string | null): boolean {
			if (!isHere(verb)) return false;
			if (verb === "acknowledgeAssignment") acknowledge(detail, part);
			else show(verb === "startPlanning" ? startPlanningMode(detail) : assignPrompt());
			return true;
		},
		/** One of several assignments was chosen. */
		chosen(detail: IssueDetail, id: string) {
			const assignment = detail.assignments.find((one) => one.id === id);
			if (assignment !== undefined) takeOn(detail, assignment);
		},
		async assign(text: string, withIssue: (go: (detail: IssueDetail) => void) => Promise<void>) {
			const asked = readAssignment(text);
			if (asked === null) return tell(say("请写“角色 单位”", 'Write "role unit"'), "danger");
			const found = await directory.find({ kind: "unit", name: asked.unit });
			if ("problem" in found) return tell(found.problem, "danger");
			await withIssue((detail) => show(assignMode(detail, { ...asked, unitId: found.id })));
		},
	};
}
