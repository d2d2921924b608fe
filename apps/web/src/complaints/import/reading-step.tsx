import type { ProposedComplaint } from "@zhenggai/domain/complaints";
import { createMemo, createSignal, type JSX } from "solid-js";
import { countText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { ReadingPanes } from "../../importing/reading-panes.tsx";
import { TrustLegend } from "../../importing/trust-legend.tsx";
import type { VirtualListControl } from "../../importing/virtual-list.tsx";
import { WarningList } from "../../importing/warning-list.tsx";
import { setTogether, together } from "../../shell/preferences.ts";
import { Button } from "../../ui/button.tsx";
import { createDebounced } from "../../ui/debounced.ts";
import { CheckField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { ComplaintWizardState } from "./complaint-wizard-state.ts";
import { ReadRow } from "./read-row.tsx";
import {
	type Edited,
	fieldAtLine,
	isRowField,
	type RowField,
	rowAtLine,
	rowMatches,
	rowNeedsEye,
	rowReadings,
} from "./row-fields.ts";

/** What is pointed at: a row, and one field of it. */
type Focus = { readonly key: string; readonly field: RowField | null };

/** A row that is not open; its summary always has room for two lines, so that rows need not be measured anew. */
const ROW_HEIGHT = 88;

/** Step 1: the rows of the table beside the text they were read from; each leads to the other. */
export function ReadingStep(props: { wizard: ComplaintWizardState; onNext: () => void }): JSX.Element {
	let control: VirtualListControl | undefined;
	const [focus, setFocus] = createSignal<Focus | null>(null);
	const [editing, setEditing] = createSignal<{ key: string; field: Edited } | null>(null);
	const [onlyDoubtful, setOnlyDoubtful] = createSignal(false);
	const [words, setWords] = createSignal("");
	const asked = createDebounced(words, 160);
	const { warnings } = props.wizard.draft.proposal;
	const warningsOf = Map.groupBy(warnings, (warning) => warning.item ?? "");
	const doubtful = createMemo(
		() =>
			new Set(
				props.wizard.rows().flatMap((row) => (rowNeedsEye(row) || warningsOf.has(row.key) ? [row.key] : [])),
			),
	);
	const shown = createMemo(() => {
		const text = asked().trim();
		return props.wizard
			.rows()
			.filter((row) => (!onlyDoubtful() || doubtful().has(row.key)) && rowMatches(row, text));
	});
	const lines = createMemo((): readonly [number, number] | null => {
		const at = focus();
		const row = at === null ? undefined : props.wizard.rows().find((one) => one.key === at.key);
		if (row === undefined) return null;
		const reading = rowReadings(row, props.wizard.stated(), "zh-CN").find((one) => one.field === at?.field);
		return reading?.lines ?? row.lines;
	});
	const pickLine = (line: number) => {
		const row = rowAtLine(props.wizard.rows(), line);
		if (row === undefined) return;
		setFocus({ key: row.key, field: fieldAtLine(row, line) });
		control?.show(row.key);
	};

	return (
		<>
			<div class="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-4 py-1.5">
				<p>
					{t("rows.count", {
						rows: countText(props.wizard.rows().length),
						doubtful: countText(doubtful().size),
					})}
				</p>
				<CheckField label={t("reading.onlyDoubtful")} checked={onlyDoubtful()} onChange={setOnlyDoubtful} />
				<input
					type="search"
					class="field-box min-h-8! w-56!"
					placeholder={t("rows.find")}
					aria-label={t("rows.find")}
					value={words()}
					onInput={(event) => setWords(event.currentTarget.value)}
				/>
				<CheckField label={t("reading.together")} checked={together()} onChange={setTogether} />
				<TrustLegend />
				<div class="ml-auto">
					<Button look="primary" onClick={() => props.onNext()}>
						{t("reading.next")}
						<Icon name="arrowRight" />
					</Button>
				</div>
			</div>
			<ReadingPanes
				items={shown()}
				estimate={ROW_HEIGHT}
				pinned={editing()?.key}
				above={<WarningList warnings={warningsOf.get("") ?? []} onLine={pickLine} />}
				text={props.wizard.draft.proposal.source.lines}
				lines={lines()}
				onLine={pickLine}
				onReady={(ready) => {
					control = ready;
				}}
			>
				{(row) => <Row wizard={props.wizard} row={row()} warnings={warningsOf.get(row().key) ?? []} />}
			</ReadingPanes>
		</>
	);

	function Row(at: {
		wizard: ComplaintWizardState;
		row: ProposedComplaint;
		warnings: typeof warnings;
	}): JSX.Element {
		const here = () => focus()?.key === at.row.key;
		const point = (field: RowField | null) => setFocus({ key: at.row.key, field });
		return (
			<ReadRow
				row={at.row}
				warnings={at.warnings}
				stated={at.wizard.stated()}
				corrected={at.wizard.corrected(at.row)}
				focus={here() ? (focus()?.field ?? null) : undefined}
				editing={editing()?.key === at.row.key ? (editing()?.field ?? null) : null}
				applied={at.wizard.choices().items[at.row.key]?.apply !== false}
				onFocus={point}
				onClose={() => {
					setFocus(null);
					setEditing(null);
				}}
				onEdit={(field) => {
					setEditing(field === null ? null : { key: at.row.key, field });
					if (isRowField(field)) point(field);
				}}
				onCorrect={(correction) => {
					at.wizard.correct(at.row, correction);
					setEditing(null);
				}}
				onUndo={(field) => at.wizard.undo(at.row, field)}
				onApply={(apply) => {
					const before = at.wizard.choices().items[at.row.key];
					at.wizard.setItems({ [at.row.key]: { ...before, apply } });
				}}
			/>
		);
	}
}
