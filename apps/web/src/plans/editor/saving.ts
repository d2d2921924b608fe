import type { IssueDetail } from "@zhenggai/domain/issues";
import type { Conflict, Refusal } from "@zhenggai/domain/kernel";
import { createSignal } from "solid-js";
import { newId } from "../../ids.ts";
import { sendCommand } from "../../issues/index.ts";
import { afterStep, type PlanDraft, type PlanStep, stepsOf } from "../draft/plan-draft.ts";

/** A step of saving; the first may be that planning begins. */
export type SaveStep = PlanStep | { readonly part: "start" };

/** What stopped the saving: at which step, what was said, and how far it had come. */
export type Stopped = {
	readonly step: SaveStep;
	readonly done: number;
	readonly left: number;
	readonly refusals: readonly Refusal[];
	readonly conflict: Conflict | null;
	readonly failure: unknown;
};

const commandOf = (step: SaveStep) =>
	step.part === "start" ? ({ type: "startPlanning" } as const) : step.command;

/** What has to be sent, the beginning of planning first where it has not begun. */
export const saveSteps = (draft: PlanDraft, begins: boolean): SaveStep[] => [
	...(begins ? [{ part: "start" as const }] : []),
	...stepsOf(draft),
];

type Saver = {
	/** Takes in what a step made of the issue, before the next is sent. */
	readonly onStep: (detail: IssueDetail, changes: Pick<PlanDraft, "version" | "base">) => void;
};

/**
 * Sends the steps of a plan one after the other, each on the version that the one before gave. It stops at the first
 * that is refused: what was taken stays taken, the rest stays in the draft, and a second attempt sends only the rest.
 */
export function createSaving(issueId: string, { onStep }: Saver) {
	const [at, setAt] = createSignal<{ at: number; of: number } | null>(null);
	const [stopped, setStopped] = createSignal<Stopped | null>(null);
	// A request that was not answered is sent again under its own key: it is never done twice.
	let unanswered: { text: string; key: string } | null = null;

	async function save(draft: PlanDraft, begins: boolean, justification: string): Promise<boolean> {
		const steps = saveSteps(draft, begins);
		let { version, base } = draft;
		setStopped(null);
		for (const [index, step] of steps.entries()) {
			setAt({ at: index + 1, of: steps.length });
			const text = JSON.stringify([version, step, justification]);
			const key = unanswered?.text === text ? unanswered.key : newId();
			unanswered = { text, key };
			const command = commandOf(step);
			const where = { step, done: index, left: steps.length - index };
			try {
				const outcome = await sendCommand(command.type, {
					issueId,
					command,
					envelope: {
						expectedVersion: version,
						idempotencyKey: key,
						...(justification === "" ? {} : { justification }),
					},
				});
				unanswered = null;
				if (!outcome.ok) {
					setStopped({ ...where, refusals: outcome.refusals, conflict: outcome.conflict, failure: null });
					break;
				}
				version = outcome.value.row.version;
				if (step.part !== "start") base = afterStep(base, draft.mine, step);
				onStep(outcome.value, { version, base });
			} catch (failure) {
				setStopped({ ...where, refusals: [], conflict: null, failure });
				break;
			}
		}
		setAt(null);
		return stopped() === null;
	}

	return { at, stopped, save, forget: () => setStopped(null) };
}
