import type { ReadingWarning } from "@zhenggai/domain/kernel";
import { formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { ReadingLine } from "../../importing/reading-line.tsx";
import { TextCorrection } from "../../importing/text-correction.tsx";
import { WarningList } from "../../importing/warning-list.tsx";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import {
	isTextField,
	NOTICE_FIELDS,
	type NoticeReading,
	noticeReadings,
	type ReadField,
} from "./notice-fields.ts";
import type { NoticeWizardState } from "./notice-wizard-state.ts";
import { PublicityCorrection } from "./publicity-correction.tsx";

type Props = {
	wizard: NoticeWizardState;
	noticeKey: string;
	warnings: readonly ReadingWarning[];
	/** The field that is pointed at; null for the notice as a whole, undefined where another one is. */
	focus: ReadField | null | undefined;
	onFocus: (field: ReadField | null) => void;
};

/** One notice with every field that was read, each with how sure the reader is. */
export function ReadNotice(props: Props): JSX.Element {
	const [editing, setEditing] = createSignal<ReadField | null>(null);
	const notice = () => props.wizard.notices().find((one) => one.key === props.noticeKey);
	const corrected = () => {
		const found = notice();
		return found === undefined ? new Set<ReadField>() : props.wizard.corrected(found);
	};
	return (
		<Show when={notice()}>
			{(found) => (
				<li
					id={`read-${props.noticeKey}`}
					class={`rounded-md border bg-sheet ${props.focus === undefined ? "border-line" : "border-accent"}`}
				>
					<div class="flex flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
						<h2 class="font-semibold">
							{found().number === null
								? t("notices.noNumber")
								: formatNumber(found().number ?? "", language())}
						</h2>
						<Show when={corrected().size > 0}>
							<Tag tone="active">{t("reading.corrected")}</Tag>
							<Button size="small" look="quiet" onClick={() => props.wizard.undo(found(), null)}>
								{t("reading.undo")}
							</Button>
						</Show>
					</div>
					<div class="px-1.5 py-1.5">
						<WarningList warnings={props.warnings} onLine={() => props.onFocus(null)} />
						<dl>
							<For each={linesOf(noticeReadings(found(), language()), editing())}>
								{(reading) => (
									<ReadingLine
										id={reading.field}
										name={word(vocab.noticeField, reading.field)}
										text={reading.text}
										trust={reading.trust}
										confidence={reading.confidence}
										focused={props.focus === reading.field}
										corrected={corrected().has(reading.field)}
										editing={editing() === reading.field}
										editor={editorOf(reading)}
										onFocus={() => props.onFocus(reading.field)}
										onEdit={(on) => setEditing(on ? reading.field : null)}
										onUndo={() => props.wizard.undo(found(), reading.field)}
									/>
								)}
							</For>
						</dl>
						<Unstated shown={noticeReadings(found(), language())} onEdit={setEditing} />
					</div>
				</li>
			)}
		</Show>
	);

	function editorOf({ field, text }: NoticeReading): (() => JSX.Element) | null {
		const keep = (correction: Parameters<NoticeWizardState["correct"]>[1]) => {
			const found = notice();
			if (found !== undefined) props.wizard.correct(found, correction);
			setEditing(null);
		};
		if (field === "publicity") {
			return () => (
				<PublicityCorrection
					value={notice()?.publicity?.value ?? null}
					onSave={(value) => keep({ field, value })}
					onCancel={() => setEditing(null)}
				/>
			);
		}
		if (!isTextField(field)) return null;
		return () => (
			<TextCorrection
				label={word(vocab.noticeField, field)}
				value={text}
				onSave={(value) => keep({ field, value })}
				onCancel={() => setEditing(null)}
			/>
		);
	}
}

/** What was read, and the field that is being filled in where nothing was. */
function linesOf(readings: readonly NoticeReading[], editing: ReadField | null): readonly NoticeReading[] {
	if (editing === null || readings.some(({ field }) => field === editing)) return readings;
	return [...readings, { field: editing, text: "", lines: null, trust: "missing", confidence: null }];
}

/** Fields that the notice does not state, to be filled in by whoever knows them. */
function Unstated(props: {
	shown: readonly NoticeReading[];
	onEdit: (field: ReadField) => void;
}): JSX.Element {
	const fields = () =>
		NOTICE_FIELDS.filter((field) => isTextField(field) && props.shown.every((one) => one.field !== field));
	return (
		<Show when={fields().length > 0}>
			<div class="mt-1 flex flex-wrap items-center gap-1 border-t border-line px-2 pt-1.5 text-[0.93rem] text-ink-soft">
				<span>{t("reading.fillIn")}</span>
				<For each={fields()}>
					{(field) => (
						<Button size="small" look="quiet" icon="plus" onClick={() => props.onEdit(field)}>
							{word(vocab.noticeField, field)}
						</Button>
					)}
				</For>
			</div>
		</Show>
	);
}
