import { caseVocab, choicesOf } from "@zhenggai/domain/vocabulary";
import { type JSX, Match, Show, Switch } from "solid-js";
import { failureOf } from "../../failure.ts";
import { dateText, momentText, word } from "../../i18n/format.ts";
import { language, say, t } from "../../i18n/index.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Progress } from "../../ui/progress.tsx";
import { contradictionsOf, placeText, sizeText } from "../model/contradictions.ts";
import { effectiveOnOf, sameBytes, type TrayFile } from "../model/tray.ts";
import type { TrayProps } from "./upload-box.tsx";
import type { Upload } from "./uploads.ts";

/** A file on its way: how far it is, or why it did not arrive. */
export function UploadRow(props: {
	item: Upload;
	limit: number | null;
	onRetry: () => void;
	onRemove: () => void;
}): JSX.Element {
	const why = () => {
		const { state, failure } = props.item;
		if (state === "tooLarge") return t("upload.tooLarge", { size: sizeText(props.limit ?? 0) });
		if (state === "empty") return t("upload.empty");
		return say(failureOf(failure).text);
	};
	return (
		<li class="flex flex-wrap items-center gap-2">
			<span class="max-w-60 min-w-0 truncate" title={props.item.file.name}>
				{props.item.file.name}
			</span>
			<span class="text-[0.9rem] text-ink-faint tabular-nums">{sizeText(props.item.file.size)}</span>
			<Switch>
				<Match when={props.item.state === "sending" || props.item.state === "waiting"}>
					<Progress
						label={t("upload.sending", { name: props.item.file.name })}
						part={props.item.state === "waiting" ? 0 : props.item.part}
					/>
				</Match>
				<Match when={true}>
					<span class="flex min-w-0 flex-1 items-center gap-1 text-late" role="alert">
						<Icon name="alert" />
						{why()}
					</span>
					<Show when={props.item.state === "failed"}>
						<Button size="small" icon="refresh" onClick={() => props.onRetry()}>
							{t("retry")}
						</Button>
					</Show>
				</Match>
			</Switch>
			<IconButton
				icon="close"
				label={t("upload.remove", { name: props.item.file.name })}
				onClick={() => props.onRemove()}
			/>
		</li>
	);
}

/** A stored file: what it is by its bytes, what speaks against it, and what it shows. */
export function TrayRow(props: TrayProps & { file: TrayFile }): JSX.Element {
	const file = () => props.file;
	const same = () => sameBytes(file(), props.tray.files, props.detail);
	const against = () =>
		contradictionsOf({
			...{ takenAt: file().takenAt, at: null },
			effectiveOn: effectiveOnOf(file(), props.tray.batch),
		});
	return (
		<li class="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5" data-stored={file().name}>
			<Icon name="check" class="text-done" />
			<div class="min-w-0 flex-1 basis-56">
				<p class="truncate" title={file().name}>
					{file().name}
					<span class="ml-2 text-[0.9rem] text-ink-faint tabular-nums">{sizeText(file().bytes)}</span>
				</p>
				<p class="text-[0.9rem] text-ink-soft">
					<Show when={file().takenAt} fallback={t("photo.noTime")}>
						{(at) => <span>{t("photo.taken", { at: momentText(at()) })}</span>}
					</Show>
					<Show when={file().position}>{(place) => <span class="ml-2">{placeText(place())}</span>}</Show>
					<span class="ml-2 font-mono text-ink-faint" title={file().sha256}>
						{file().sha256.slice(0, 8)}
					</span>
				</p>
				<Warnings
					lines={[
						...against().map(({ taken }) => t("photo.otherDay", { date: dateText(taken) })),
						...(same() === null ? [] : [t("upload.same", { name: same() ?? "" })]),
						...(props.errorAt?.(`attach:${file().id}`) ? [props.errorAt(`attach:${file().id}`) ?? ""] : []),
					]}
				/>
			</div>
			<select
				class="field-box w-40"
				aria-label={t("upload.kindOf", { name: file().name })}
				onChange={(event) => {
					const chosen = choicesOf(caseVocab.evidenceKind, language()).find(
						({ value }) => value === event.currentTarget.value,
					);
					props.onChange(file().id, chosen?.value ?? "");
				}}
			>
				<option value="" selected={file().kind === ""}>
					{props.tray.batch.kind === ""
						? t("upload.kindAsBatch")
						: t("upload.kindBatch", { kind: word(caseVocab.evidenceKind, props.tray.batch.kind) })}
				</option>
				{choicesOf(caseVocab.evidenceKind, language()).map(({ value, label }) => (
					<option value={value} selected={file().kind === value}>
						{label}
					</option>
				))}
			</select>
			<IconButton
				icon="close"
				label={t("upload.remove", { name: file().name })}
				onClick={() => props.onRemove(file().id)}
			/>
		</li>
	);
}

/** Warnings, one a line. */
export function Warnings(props: { lines: readonly string[] }): JSX.Element {
	return (
		<>
			{props.lines.map((line) => (
				<p class="flex items-start gap-1 text-[0.93rem] text-near">
					<Icon name="alert" size={14} class="mt-1" />
					{line}
				</p>
			))}
		</>
	);
}
