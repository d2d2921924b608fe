import type { ProposedNotice } from "@zhenggai/domain/close-out";
import { createMemo, createSignal, For, type JSX } from "solid-js";
import { countText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { SourceLines } from "../../importing/source-lines.tsx";
import { TrustLegend } from "../../importing/trust-legend.tsx";
import { WarningList } from "../../importing/warning-list.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { noticeNeedsEye, noticeReadings, type ReadField } from "./notice-fields.ts";
import type { NoticeWizardState } from "./notice-wizard-state.ts";
import { ReadNotice } from "./read-notice.tsx";

type Focus = { readonly key: string; readonly field: ReadField | null };

/** Step 1: the notices beside the text they were read from; each leads to the other. */
export function ReadingStep(props: { wizard: NoticeWizardState; onNext: () => void }): JSX.Element {
	const [focus, setFocus] = createSignal<Focus | null>(null);
	const { warnings } = props.wizard.draft.proposal;
	const warningsOf = Map.groupBy(warnings, (warning) => warning.item ?? "");
	const doubtful = () =>
		props.wizard.notices().filter((notice) => noticeNeedsEye(notice) || warningsOf.has(notice.key)).length;
	const lines = createMemo((): readonly [number, number] | null => {
		const notice = props.wizard.notices().find((one) => one.key === focus()?.key);
		if (notice === undefined) return null;
		const reading = noticeReadings(notice, "zh-CN").find((one) => one.field === focus()?.field);
		return reading?.lines ?? notice.lines;
	});
	const pickLine = (line: number) => {
		const notice = props.wizard.notices().find((one) => one.lines[0] <= line && line <= one.lines[1]);
		if (notice === undefined) return;
		setFocus({ key: notice.key, field: fieldAt(notice, line) });
		document.getElementById(`read-${notice.key}`)?.scrollIntoView({ block: "nearest" });
	};
	return (
		<>
			<div class="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-4 py-1.5">
				<p>
					{t("notices.count", {
						notices: countText(props.wizard.notices().length),
						doubtful: countText(doubtful()),
					})}
				</p>
				<TrustLegend />
				<div class="ml-auto">
					<Button look="primary" onClick={() => props.onNext()}>
						{t("notices.next")}
						<Icon name="arrowRight" />
					</Button>
				</div>
			</div>
			<div class="grid min-h-0 flex-1 grid-rows-2 lg:grid-cols-2 lg:grid-rows-1">
				<section class="min-h-0 overflow-auto p-3" aria-label={t("reading.read")} tabindex="0">
					<WarningList warnings={warningsOf.get("") ?? []} onLine={pickLine} />
					<ol class="flex flex-col gap-3">
						<For each={props.wizard.draft.proposal.notices}>
							{({ key }) => (
								<ReadNotice
									wizard={props.wizard}
									noticeKey={key}
									warnings={warningsOf.get(key) ?? []}
									focus={focus()?.key === key ? (focus()?.field ?? null) : undefined}
									onFocus={(field) => setFocus({ key, field })}
								/>
							)}
						</For>
					</ol>
				</section>
				<SourceLines text={props.wizard.draft.proposal.source.lines} lines={lines()} onLine={pickLine} />
			</div>
		</>
	);
}

/** The narrowest field of a notice that covers a line. */
function fieldAt(notice: ProposedNotice, line: number): ReadField | null {
	const covering = noticeReadings(notice, "zh-CN")
		.flatMap(({ field, lines }) => (lines === null ? [] : [{ field, from: lines[0], to: lines[1] }]))
		.filter(({ from, to }) => from <= line && line <= to)
		.sort((a, b) => a.to - a.from - (b.to - b.from));
	return covering[0]?.field ?? null;
}
