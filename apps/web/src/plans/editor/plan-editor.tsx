import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import type { IssueDetail } from "@zhenggai/domain/issues";
import type { Role } from "@zhenggai/domain/kernel";
import { type JSX, Show } from "solid-js";
import { reconcile } from "solid-js/store";
import { queries } from "../../api.ts";
import { createKeptDraft, DraftNote } from "../../commands/index.ts";
import { say, t } from "../../i18n/index.ts";
import { jsonCopy } from "../../json-copy.ts";
import { useMe } from "../../shell/me.tsx";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/feedback.tsx";
import { TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { findingsAt, planFindings } from "../draft/findings-at.ts";
import { goalsOf } from "../draft/goal-draft.ts";
import { unfinished } from "../draft/measure-draft.ts";
import { isDeadlineOpen, type PlanDraft, type PlanText, startPlan } from "../draft/plan-draft.ts";
import { PartFindings } from "../tab/show.tsx";
import { ElementFields, MeasureFields, WaiverFields } from "./plan-fields.tsx";
import { createSaving, saveSteps } from "./saving.ts";
import { StoppedNotice } from "./stopped-notice.tsx";

/** The deadline is theirs; units write everything else of their plan. */
const OFFICES: ReadonlySet<Role> = new Set(["provOffice", "cityOffice", "countyOffice"]);

/** Writes a plan: kept on the device while it is typed, sent to the ledger in the right order when it is saved. */
export function PlanEditor(props: { detail: IssueDetail }): JSX.Element {
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const me = useMe();
	const { id: issueId } = props.detail.row;
	const reason = () =>
		t(props.detail.plan.reviews.length > 0 ? "plans.editor.reasonReturned" : "plans.editor.reasonFirst");
	const start = (): PlanDraft => startPlan(props.detail, reason());
	const draft = createKeptDraft<PlanDraft>(`plan.${issueId}`, start);
	const saving = createSaving(issueId, {
		onStep: (detail, { version, base }) => {
			draft.set({ version, base: jsonCopy(base) });
			queryClient.setQueryData(queries.issues.get({ issueId }).queryKey, detail);
		},
	});
	const change = (changes: Partial<PlanText>) => draft.set("mine", changes);
	const begins = () => props.detail.actions.some(({ verb, allowed }) => verb === "startPlanning" && allowed);
	const steps = () => saveSteps(draft.value, begins());
	const isStale = () => props.detail.row.version > draft.value.version && saving.at() === null;
	const ready = () =>
		goalsOf(draft.value.mine.goals) !== null &&
		!isDeadlineOpen(draft.value.mine) &&
		draft.value.mine.measures.every((measure) => unfinished(measure).length === 0) &&
		draft.value.reason.trim().length >= 2;
	const errorAt = (path: string): string | null => {
		const found = saving
			.stopped()
			?.refusals.find(
				({ field }) => field === path || field === `changes.${path}` || field?.startsWith(`${path}.`),
			);
		return found === undefined ? null : say(found.message);
	};
	const restart = () => {
		saving.forget();
		draft.restart();
		draft.set(reconcile(jsonCopy(start())));
	};
	const save = async (thenSubmit: boolean) => {
		if (!ready() || saving.at() !== null) return;
		const whole = jsonCopy(draft.value);
		if (!(await saving.save(whole, begins(), draft.justification().trim()))) return;
		draft.drop();
		void queryClient.invalidateQueries({ queryKey: ["issues"] });
		notify(t("plans.editor.saved"));
		navigate(`/issues/${issueId}?tab=plan${thenSubmit ? "&do=submitPlan" : ""}`);
	};
	return (
		<form
			class="flex flex-col gap-4"
			onSubmit={(event) => {
				event.preventDefault();
				void save(false);
			}}
			data-plan-editor
		>
			<DraftNote draft={{ ...draft, restart }} />
			<Show when={isStale()}>
				<Stale onNewest={() => draft.set("version", props.detail.row.version)} onRestart={restart} />
			</Show>
			<Show when={steps().length > 0 && planFindings(props.detail).length > 0}>
				<p class="text-ink-soft">{t("plans.editor.lastSaved")}</p>
			</Show>
			<PartFindings
				of={[...findingsAt(props.detail, "assignments"), ...findingsAt(props.detail, "children")]}
			/>
			<ElementFields
				detail={props.detail}
				value={draft.value.mine}
				locked={!OFFICES.has(me().role)}
				onChange={change}
				errorAt={errorAt}
			/>
			<MeasureFields
				detail={props.detail}
				value={draft.value.mine}
				held={draft.value.base.measures}
				onChange={change}
				errorAt={errorAt}
			/>
			<WaiverFields
				detail={props.detail}
				value={draft.value.mine}
				held={draft.value.base.waivers}
				onChange={change}
				errorAt={errorAt}
			/>
			<TextField
				class="max-w-xl"
				label={t("plans.editor.reason")}
				hint={t("plans.editor.reasonHint")}
				required={true}
				value={draft.value.reason}
				onInput={(text) => draft.set("reason", text)}
			/>
			<Show when={saving.stopped()}>
				{(stopped) => (
					<StoppedNotice
						issueId={issueId}
						seen={draft.value.version}
						stopped={stopped()}
						justification={draft.justification()}
						onJustify={draft.justify}
						onContinue={(version) => {
							draft.set("version", version);
							void save(false);
						}}
					/>
				)}
			</Show>
			<SaveBar steps={steps().length} at={saving.at()} ready={ready()} onSubmit={() => void save(true)} />
		</form>
	);
}

function Stale(props: { onNewest: () => void; onRestart: () => void }): JSX.Element {
	return (
		<div class="rounded-md border border-near bg-near-wash p-3" role="status" data-stale>
			<p class="mb-2 flex items-center gap-2">
				<Icon name="alert" class="text-near" />
				{t("plans.editor.stale")}
			</p>
			<div class="flex flex-wrap gap-2">
				<Button size="small" onClick={() => props.onNewest()}>
					{t("plans.editor.onNewest")}
				</Button>
				<Button size="small" look="quiet" onClick={() => props.onRestart()}>
					{t("plans.editor.restart")}
				</Button>
			</div>
		</div>
	);
}

/** What is still to be saved, and the two ways on; always in sight. */
function SaveBar(props: {
	steps: number;
	at: { at: number; of: number } | null;
	ready: boolean;
	onSubmit: () => void;
}): JSX.Element {
	const said = () => {
		if (props.at !== null) return t("plans.editor.saving", { at: props.at.at, n: props.at.of });
		if (!props.ready) return t("plans.editor.fix");
		return props.steps === 0 ? t("plans.editor.nothing") : t("plans.editor.steps", { n: props.steps });
	};
	return (
		<div class="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-sheet px-4 py-3 max-md:bottom-14">
			<span class="mr-auto text-ink-soft" role="status" data-save-state>
				{said()}
			</span>
			<Button type="submit" busy={props.at !== null} disabled={!props.ready || props.steps === 0}>
				{t("plans.editor.save")}
			</Button>
			<Button
				look="primary"
				busy={props.at !== null}
				disabled={!props.ready}
				onClick={() => props.onSubmit()}
			>
				{t(props.steps === 0 ? "plans.editor.toSubmit" : "plans.editor.saveAndSubmit")}
			</Button>
		</div>
	);
}
