import { useQuery } from "@tanstack/solid-query";
import { uploadEvidence } from "@zhenggai/client";
import type { IssueDetail } from "@zhenggai/domain/issues";
import { createEffect, createSignal, For, type JSX, onCleanup, onMount, Show } from "solid-js";
import { options } from "../../api.ts";
import { t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { sizeText } from "../model/contradictions.ts";
import type { Batch, Tray, TrayFile } from "../model/tray.ts";
import { progressRoom } from "../queries.ts";
import { BatchFields } from "./batch-fields.tsx";
import { TrayRow, UploadRow } from "./file-rows.tsx";
import { createUploads } from "./uploads.ts";

/** What a form needs of its tray, kept with the rest of its draft. */
export type TrayProps = {
	detail: IssueDetail;
	tray: Tray;
	onAdd: (file: TrayFile) => void;
	onChange: (id: string, kind: TrayFile["kind"]) => void;
	onRemove: (id: string) => void;
	onBatch: (change: Partial<Batch>) => void;
	/** Told while files are on their way: the form waits for them. */
	onBusy?: (busy: boolean) => void;
	errorAt?: (path: string) => string | null;
	/** What the files are about is fixed by the form. */
	fixedTarget?: boolean;
};

/** A screenshot has no name of its own worth keeping. */
const named = (file: File, index: number): File =>
	/^image\.(png|jpe?g)$/i.test(file.name)
		? new File([file], `${t("upload.pasted", { n: index + 1 })}.${file.name.split(".").at(-1)}`, {
				type: file.type,
			})
		: file;

/**
 * Takes files by dropping, pasting, choosing or photographing, and sends them at once. What is stored stays in the
 * form's draft, also over a conflict or a reload.
 */
export function UploadBox(props: TrayProps): JSX.Element {
	const [over, setOver] = createSignal(false);
	const limit = useQuery(() => ({ ...progressRoom.uploadLimit(), staleTime: Number.POSITIVE_INFINITY }));
	const most = () => loaded(limit)?.bytes ?? null;
	const uploads = createUploads(
		(upload) => uploadEvidence(options, { ...upload, issueId: props.detail.row.id }),
		most,
		(file) => props.onAdd(file),
	);
	const isMoving = () => uploads.items.some(({ state }) => state === "waiting" || state === "sending");
	const hasFailed = () => uploads.items.some(({ state }) => state === "failed");
	// A form that is sent without a file that failed would lose it: it waits until that is sent or taken out.
	createEffect(() => props.onBusy?.(isMoving() || hasFailed()));
	const warn = (event: BeforeUnloadEvent) => {
		if (isMoving()) event.preventDefault();
	};
	onMount(() => window.addEventListener("beforeunload", warn));
	onCleanup(() => window.removeEventListener("beforeunload", warn));
	const add = (files: FileList | null | undefined) => {
		if (files !== null && files !== undefined && files.length > 0) uploads.add([...files]);
	};
	const paste = (event: ClipboardEvent) => {
		const files = [...(event.clipboardData?.files ?? [])];
		if (files.length === 0) return;
		event.preventDefault();
		uploads.add(files.map((file, index) => named(file, props.tray.files.length + index)));
	};
	onMount(() => document.addEventListener("paste", paste));
	onCleanup(() => document.removeEventListener("paste", paste));
	return (
		<section
			aria-label={t("upload.title")}
			class={`flex flex-col gap-3 rounded-md border-2 border-dashed p-3 ${over() ? "border-accent bg-accent-wash" : "border-line-strong"}`}
			data-upload
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={(event) => {
				event.preventDefault();
				setOver(false);
				add(event.dataTransfer?.files);
			}}
		>
			<div class="flex flex-wrap items-center gap-2">
				<Icon name="import" class="text-accent" size={20} />
				<p class="min-w-0 flex-1 basis-52">
					{t("upload.drop")}
					<span class="block text-[0.9rem] text-ink-faint">
						<Show when={most()} fallback={t("upload.kinds")}>
							{(bytes) => <span>{t("upload.limit", { size: sizeText(bytes()) })}</span>}
						</Show>
					</span>
				</p>
				<FileButton label={t("upload.choose")} multiple={true} onFiles={add} />
				<span class="hidden touch:inline">
					<FileButton label={t("upload.camera")} camera={true} onFiles={add} />
				</span>
			</div>
			<Show when={uploads.items.length > 0}>
				<ul class="flex flex-col gap-1.5" aria-live="polite">
					<For each={uploads.items}>
						{(item) => (
							<UploadRow
								item={item}
								limit={most()}
								onRetry={() => uploads.retry(item.id)}
								onRemove={() => uploads.remove(item.id)}
							/>
						)}
					</For>
				</ul>
			</Show>
			<Show when={hasFailed()}>
				<p class="text-late">{t("upload.someFailed")}</p>
			</Show>
			<Show when={props.tray.files.length > 0}>
				<BatchFields {...props} />
				<ul class="flex flex-col divide-y divide-line" aria-label={t("upload.stored")}>
					<For each={props.tray.files}>{(file) => <TrayRow {...props} file={file} />}</For>
				</ul>
			</Show>
		</section>
	);
}

function FileButton(props: {
	label: string;
	multiple?: boolean;
	camera?: boolean;
	onFiles: (files: FileList | null) => void;
}): JSX.Element {
	let chooser: HTMLInputElement | undefined;
	return (
		<>
			<Button icon="plus" onClick={() => chooser?.click()}>
				{props.label}
			</Button>
			<input
				ref={(element) => {
					chooser = element;
				}}
				type="file"
				class="sr-only"
				tabindex="-1"
				aria-label={props.label}
				multiple={props.multiple ?? false}
				{...(props.camera ? { accept: "image/*", capture: "environment" as const } : {})}
				onChange={(event) => {
					props.onFiles(event.currentTarget.files);
					event.currentTarget.value = "";
				}}
			/>
		</>
	);
}
