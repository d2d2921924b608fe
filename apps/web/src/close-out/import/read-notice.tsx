import type { ProposedNotice } from "@zhenggai/domain/close-out";
import type { ReadingWarning } from "@zhenggai/domain/kernel";
import { formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { createMemo, For, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { MeasuresCorrection } from "../../importing/measures-correction.tsx";
import { OtherFields } from "../../importing/other-fields.tsx";
import { otherEdited } from "../../importing/other-texts.ts";
import { ReadingLine } from "../../importing/reading-line.tsx";
import { TextCorrection } from "../../importing/text-correction.tsx";
import { WarningList } from "../../importing/warning-list.tsx";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/field.tsx";
import { ASSIGNABLE, type Corrected, isTextField, type NoticeCorrection } from "./notice-corrections.ts";
import {
	type Edited,
	NOTICE_FIELDS,
	type NoticeReading,
	noticeReadings,
	type ReadField,
} from "./notice-fields.ts";
import { PublicityCorrection } from "./publicity-correction.tsx";

type Props = {
	notice: ProposedNotice;
	warnings: readonly ReadingWarning[];
	corrected: ReadonlySet<Corrected>;
	/** The field that is pointed at; null for the notice as a whole, undefined where another one is. */
	focus: ReadField | null | undefined;
	editing: Edited | null;
	applied: boolean;
	onFocus: (field: ReadField | null) => void;
	onEdit: (field: Edited | null) => void;
	onCorrect: (correction: NoticeCorrection) => void;
	/** Null takes all corrections back. */
	onUndo: (field: ReadField | null) => void;
	onApply: (apply: boolean) => void;
};

const nameOf = (field: ReadField): string => word(vocab.noticeField, field);

/** One notice with every field that was read, each with how sure the reader is and corrected where it stands. */
export function ReadNotice(props: Props): JSX.Element {
	const readings = createMemo(() => withEdited(noticeReadings(props.notice, language()), props.editing));
	return (
		<article
			data-notice={props.notice.key}
			class={`mb-3 rounded-md border bg-sheet ${props.focus === undefined ? "border-line" : "border-accent"} ${props.applied ? "" : "opacity-60"}`}
		>
			<Head {...props} />
			<div class="px-1.5 py-1.5">
				<WarningList warnings={props.warnings} onLine={() => props.onFocus(null)} />
				<dl>
					<For each={readings()}>
						{(reading) => (
							<ReadingLine
								id={reading.field}
								name={nameOf(reading.field)}
								text={reading.text}
								trust={reading.trust}
								confidence={reading.confidence}
								focused={props.focus === reading.field}
								corrected={props.corrected.has(reading.field)}
								editing={props.editing === reading.field}
								editor={() => <Correction {...props} reading={reading} />}
								onFocus={() => props.onFocus(reading.field)}
								onEdit={(on) => props.onEdit(on ? reading.field : null)}
								onUndo={() => props.onUndo(reading.field)}
							/>
						)}
					</For>
				</dl>
				<OtherFields
					others={props.notice.otherFields}
					fields={ASSIGNABLE}
					name={nameOf}
					editing={otherEdited(props.editing)}
					onEdit={(index) => props.onEdit(index === null ? null : `other:${index}`)}
					onText={(index, value) => props.onCorrect({ field: "otherFields", index, value })}
					onAssign={(index, as) =>
						props.onCorrect(
							as === null ? { field: "otherFields", index, value: "" } : { field: "otherFields", index, as },
						)
					}
				/>
				<Unstated shown={readings()} onEdit={(field) => props.onEdit(field)} />
			</div>
		</article>
	);
}

function Head(props: Props): JSX.Element {
	return (
		<div class="flex flex-wrap items-center gap-2 border-b border-line px-3 py-1">
			<h2 class="font-semibold">
				<Show when={props.notice.number} fallback={t("notices.noNumber")}>
					{(number) => formatNumber(number(), language())}
				</Show>
			</h2>
			<Show when={props.corrected.size > 0}>
				<Tag tone="active">{t("reading.corrected")}</Tag>
				<Button size="small" look="quiet" onClick={() => props.onUndo(null)}>
					{t("reading.undo")}
				</Button>
			</Show>
			<span class="ml-auto">
				<CheckField
					label={t("reading.take")}
					checked={props.applied}
					onChange={(apply) => props.onApply(apply)}
				/>
			</span>
		</div>
	);
}

/** The control that suits a field. */
function Correction(props: Props & { reading: NoticeReading }): JSX.Element {
	const { field, text } = props.reading;
	const cancel = () => props.onEdit(null);
	if (field === "publicity") {
		return (
			<PublicityCorrection
				value={props.notice.publicity?.value ?? null}
				onSave={(value) => props.onCorrect({ field, value })}
				onCancel={cancel}
			/>
		);
	}
	if (!isTextField(field)) {
		return (
			<MeasuresCorrection
				measures={props.notice.measures?.value ?? []}
				onSave={(value) => props.onCorrect({ field, value })}
				onCancel={cancel}
			/>
		);
	}
	return (
		<TextCorrection
			label={nameOf(field)}
			value={text}
			onSave={(value) => props.onCorrect({ field, value })}
			onCancel={cancel}
		/>
	);
}

/** What was read, and the field that is being filled in where nothing was. */
function withEdited(readings: readonly NoticeReading[], editing: Edited | null): readonly NoticeReading[] {
	const field = NOTICE_FIELDS.find((one) => one === editing);
	if (field === undefined || readings.some((one) => one.field === field)) return readings;
	return [...readings, { field, text: "", lines: null, trust: "missing", confidence: null }];
}

/** Fields that the notice does not state, to be filled in by whoever knows them. */
function Unstated(props: {
	shown: readonly NoticeReading[];
	onEdit: (field: ReadField) => void;
}): JSX.Element {
	const fields = () => NOTICE_FIELDS.filter((field) => props.shown.every((one) => one.field !== field));
	return (
		<Show when={fields().length > 0}>
			<div class="mt-1 flex flex-wrap items-center gap-1 border-t border-line px-2 pt-1.5 text-[0.93rem] text-ink-soft">
				<span>{t("reading.fillIn")}</span>
				<For each={fields()}>
					{(field) => (
						<Button size="small" look="quiet" icon="plus" onClick={() => props.onEdit(field)}>
							{nameOf(field)}
						</Button>
					)}
				</For>
			</div>
		</Show>
	);
}
