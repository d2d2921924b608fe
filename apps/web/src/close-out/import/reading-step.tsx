import type { ProposedNotice } from "@zhenggai/domain/close-out";
import { createMemo, createSignal, type JSX } from "solid-js";
import { countText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { ReadingPanes } from "../../importing/reading-panes.tsx";
import { TrustLegend } from "../../importing/trust-legend.tsx";
import type { VirtualListControl } from "../../importing/virtual-list.tsx";
import { WarningList } from "../../importing/warning-list.tsx";
import { setTogether, together } from "../../shell/preferences.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import {
	type Edited,
	fieldAtLine,
	isReadField,
	noticeAtLine,
	noticeNeedsEye,
	noticeReadings,
	type ReadField,
} from "./notice-fields.ts";
import type { NoticeWizardState } from "./notice-wizard-state.ts";
import { ReadNotice } from "./read-notice.tsx";

type Focus = { readonly key: string; readonly field: ReadField | null };

const NOTICE_HEIGHT = 360;

/** Step 1: the notices beside the text they were read from; each leads to the other. */
export function ReadingStep(props: { wizard: NoticeWizardState; onNext: () => void }): JSX.Element {
	let control: VirtualListControl | undefined;
	const [focus, setFocus] = createSignal<Focus | null>(null);
	const [editing, setEditing] = createSignal<{ key: string; field: Edited } | null>(null);
	const [onlyDoubtful, setOnlyDoubtful] = createSignal(false);
	const { warnings } = props.wizard.draft.proposal;
	const warningsOf = Map.groupBy(warnings, (warning) => warning.item ?? "");
	const doubtful = createMemo(
		() =>
			new Set(
				props.wizard
					.notices()
					.flatMap((notice) => (noticeNeedsEye(notice) || warningsOf.has(notice.key) ? [notice.key] : [])),
			),
	);
	const shown = createMemo(() =>
		props.wizard
			.notices()
			.filter(({ key }) => !onlyDoubtful() || doubtful().has(key) || editing()?.key === key),
	);
	const lines = createMemo((): readonly [number, number] | null => {
		const notice = props.wizard.notices().find((one) => one.key === focus()?.key);
		if (notice === undefined) return null;
		const reading = noticeReadings(notice, "zh-CN").find((one) => one.field === focus()?.field);
		return reading?.lines ?? notice.lines;
	});
	const pickLine = (line: number) => {
		const notice = noticeAtLine(props.wizard.notices(), line);
		if (notice === undefined) return;
		setFocus({ key: notice.key, field: fieldAtLine(notice, line) });
		control?.show(notice.key);
	};
	return (
		<>
			<div class="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-4 py-1.5">
				<p>
					{t("notices.count", {
						notices: countText(props.wizard.notices().length),
						doubtful: countText(doubtful().size),
					})}
				</p>
				<CheckField label={t("reading.onlyDoubtful")} checked={onlyDoubtful()} onChange={setOnlyDoubtful} />
				<CheckField label={t("reading.together")} checked={together()} onChange={setTogether} />
				<TrustLegend />
				<div class="ml-auto">
					<Button look="primary" onClick={() => props.onNext()}>
						{t("notices.next")}
						<Icon name="arrowRight" />
					</Button>
				</div>
			</div>
			<ReadingPanes
				items={shown()}
				estimate={NOTICE_HEIGHT}
				pinned={editing()?.key}
				above={<WarningList warnings={warningsOf.get("") ?? []} onLine={pickLine} />}
				text={props.wizard.draft.proposal.source.lines}
				lines={lines()}
				onLine={pickLine}
				onReady={(ready) => {
					control = ready;
				}}
			>
				{(notice) => <Item notice={notice()} />}
			</ReadingPanes>
		</>
	);

	function Item(at: { notice: ProposedNotice }): JSX.Element {
		const key = () => at.notice.key;
		const choice = () => props.wizard.choices().items[key()];
		return (
			<ReadNotice
				notice={at.notice}
				warnings={warningsOf.get(key()) ?? []}
				corrected={props.wizard.corrected(at.notice)}
				focus={focus()?.key === key() ? (focus()?.field ?? null) : undefined}
				editing={editing()?.key === key() ? (editing()?.field ?? null) : null}
				applied={choice()?.apply !== false}
				onFocus={(field) => setFocus({ key: key(), field })}
				onEdit={(field) => {
					setEditing(field === null ? null : { key: key(), field });
					if (isReadField(field)) setFocus({ key: key(), field });
				}}
				onCorrect={(correction) => {
					props.wizard.correct(at.notice, correction);
					setEditing(null);
				}}
				onUndo={(field) => props.wizard.undo(at.notice, field)}
				onApply={(apply) => props.wizard.setItems({ [key()]: { ...choice(), apply } })}
			/>
		);
	}
}
