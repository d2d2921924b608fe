import { useQuery } from "@tanstack/solid-query";
import { createMemo, createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { createKeptDraft } from "../../commands/index.ts";
import { cycleText } from "../../i18n/cycle-text.ts";
import { t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { CommandForm, type FormProps } from "../../issues/index.ts";
import { loaded } from "../../loaded.ts";
import { useMe } from "../../shell/me.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorBox } from "../../ui/feedback.tsx";
import { Select } from "../../ui/select.tsx";
import { Foreseen } from "../foreseen.tsx";
import { createTrayForm } from "../forms/use-tray-form.ts";
import { progressRoom } from "../queries.ts";
import { createRehearsal } from "../rehearsal.ts";
import { trayHandlers } from "../upload/tray-handlers.ts";
import { UploadBox } from "../upload/upload-box.tsx";
import { BlockFields } from "./block-fields.tsx";
import { LastReport } from "./last-report.tsx";
import { isComplete, type MonthDraft, monthLinks, startOf, unaskedContent } from "./month-draft.ts";
import { Figures, MeasureTicks, StepTicks } from "./month-facts.tsx";
import { type Prefilled, SentSteps } from "./sent-steps.tsx";

/** 填报进展: a period in one form; the address may name its cycle (`?part=2026-03`). */
export function MonthForm(props: FormProps): JSX.Element {
	const { cycles, unanswered } = props.detail.progress;
	const [cycle, setCycle] = createSignal(props.request.part ?? unanswered.at(-1) ?? "");
	const chosen = createMemo(() => ({ cycle: cycles.some(({ key }) => key === cycle()) ? cycle() : "" }));
	return (
		<Show when={chosen()} keyed>
			{(one) => (
				<Show
					when={one.cycle !== ""}
					fallback={<Filled {...props} cycle="" form={null} onCycle={setCycle} />}
				>
					<Asked {...props} cycle={one.cycle} onCycle={setCycle} />
				</Show>
			)}
		</Show>
	);
}

type Cycled = FormProps & { cycle: string; onCycle: (cycle: string) => void };

/** The form of a cycle: what the ledger knows is fetched once, when it is opened. */
function Asked(props: Cycled): JSX.Element {
	const form = useQuery(() => ({
		...progressRoom.reportForm({ issueId: props.detail.row.id, cycle: props.cycle }),
		...{ gcTime: 0, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
	}));
	return (
		<Switch>
			<Match when={loaded(form)}>{(found) => <Filled {...props} form={found()} />}</Match>
			<Match when={form.error}>
				{(error) => (
					<Dialog open={true} title={t("month.title")} onClose={() => props.onClose()}>
						<div class="p-4">
							<ErrorBox error={error()} onRetry={() => void form.refetch()} />
						</div>
					</Dialog>
				)}
			</Match>
		</Switch>
	);
}

function Filled(props: Cycled & { form: Prefilled | null }): JSX.Element {
	const me = useMe();
	const draft = createKeptDraft<MonthDraft>(`reportProgress.${props.detail.row.id}.${props.cycle}`, () =>
		startOf(props.form?.content ?? unaskedContent(props.detail), newId(), me().today),
	);
	const form = createTrayForm(
		() => props.detail,
		() => draft.value.tray,
	);
	const links = () => monthLinks(draft.value, props.detail, props.cycle === "" ? null : props.cycle);
	const ready = () => isComplete(draft.value) && form.ready() && links().length > 0;
	const told = createRehearsal(
		() => props.detail.row.id,
		() => (ready() ? links().map(({ command }) => command) : []),
	);
	return (
		<CommandForm
			verb="reportProgress"
			detail={props.detail}
			ready={ready()}
			intro={t("month.intro")}
			wide={true}
			draft={draft}
			onClose={() => props.onClose()}
			send={(envelope) => form.send(links(), envelope)}
		>
			{(errors) => (
				<div class="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
					<div class="flex min-w-0 flex-col gap-4">
						<Select
							label={t("month.cycle")}
							none={t("reports.unasked")}
							value={props.cycle}
							error={errors.at("report.cycle")}
							choices={props.detail.progress.cycles
								.map(({ key }) => ({
									value: key,
									label: props.detail.progress.unanswered.includes(key)
										? t("month.cycleOpen", { key: cycleText(key) })
										: t("month.cycleDone", { key: cycleText(key) }),
								}))
								.toReversed()}
							onChange={(key) => props.onCycle(key)}
						/>
						<BlockFields draft={draft} form={props.form} errors={errors} />
						<StepTicks detail={props.detail} draft={draft} form={props.form} errors={errors} />
						<MeasureTicks detail={props.detail} draft={draft} errors={errors} />
						<Figures detail={props.detail} draft={draft} errors={errors} />
						<UploadBox
							detail={props.detail}
							tray={draft.value.tray}
							onBusy={form.setBusy}
							errorAt={(path) => errors.at(path)}
							{...trayHandlers(
								() => draft.value.tray,
								(next) => draft.set("tray", next),
							)}
						/>
						<Foreseen told={told()} />
						<SentSteps sent={form.sent()} detail={props.detail} draft={draft.value} />
					</div>
					<LastReport detail={props.detail} form={props.form} />
				</div>
			)}
		</CommandForm>
	);
}
