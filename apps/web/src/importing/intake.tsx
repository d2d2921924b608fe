import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, type JSX, Show } from "solid-js";
import { client, queries } from "../api.ts";
import { t } from "../i18n/index.ts";
import type { ImportSourceInput } from "../types.ts";
import { Button } from "../ui/button.tsx";
import { ErrorBox } from "../ui/feedback.tsx";
import { Icon } from "../ui/icon.tsx";
import { Progress } from "../ui/progress.tsx";
import { ACCEPTED, MAX_FILE_BYTES, readBase64 } from "./file-bytes.ts";

type Phase = { kind: "idle" } | { kind: "loading"; part: number } | { kind: "reading" };

/** Drop a file, choose one, or paste text. */
export function Intake(): JSX.Element {
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const [over, setOver] = createSignal(false);
	const [text, setText] = createSignal("");
	const [phase, setPhase] = createSignal<Phase>({ kind: "idle" });
	const [failure, setFailure] = createSignal<unknown>(null);
	const [tooLarge, setTooLarge] = createSignal(false);
	const busy = () => phase().kind !== "idle";
	let chooser: HTMLInputElement | undefined;

	const start = async (source: () => Promise<ImportSourceInput>) => {
		setFailure(null);
		try {
			const prepared = await source();
			setPhase({ kind: "reading" });
			const draft = await client.issues.startImport.mutate({ source: prepared });
			queryClient.setQueryData(queries.issues.getImport({ importId: draft.id }).queryKey, draft);
			void queryClient.invalidateQueries({ queryKey: ["issues", "listImports"] });
			navigate(`/imports/${draft.id}`);
		} catch (error) {
			setFailure(() => error);
		} finally {
			setPhase({ kind: "idle" });
		}
	};
	const takeFile = (file: File | undefined) => {
		if (file === undefined || busy()) return;
		setTooLarge(file.size > MAX_FILE_BYTES);
		if (file.size > MAX_FILE_BYTES) return;
		setPhase({ kind: "loading", part: 0 });
		void start(async () => ({
			kind: "file",
			name: file.name,
			base64: await readBase64(file, (part) => setPhase({ kind: "loading", part })),
		}));
	};

	return (
		<div class="grid gap-4 md:grid-cols-2">
			<section
				aria-label={t("import.drop")}
				class={`flex min-h-56 flex-col items-center justify-center gap-3 rounded-md border-2 border-dashed p-6 text-center ${over() ? "border-accent bg-accent-wash" : "border-line-strong bg-sheet"}`}
				onDragOver={(event) => {
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={(event) => {
					event.preventDefault();
					setOver(false);
					takeFile(event.dataTransfer?.files[0]);
				}}
			>
				<Icon name="import" size={34} class="text-accent" />
				<p class="text-[1.14rem] font-medium">{t("import.drop")}</p>
				<p class="text-[0.93rem] text-ink-soft">{t("import.formats")}</p>
				<Button look="primary" disabled={busy()} onClick={() => chooser?.click()}>
					{t("import.choose")}
				</Button>
				<input
					ref={(element) => {
						chooser = element;
					}}
					type="file"
					accept={ACCEPTED}
					class="sr-only"
					tabindex="-1"
					aria-label={t("import.choose")}
					onChange={(event) => {
						takeFile(event.currentTarget.files?.[0]);
						event.currentTarget.value = "";
					}}
				/>
				<Show when={tooLarge()}>
					<p class="text-late" role="alert">
						{t("import.tooLarge")}
					</p>
				</Show>
			</section>
			<section class="flex flex-col gap-2 rounded-md border border-line bg-sheet p-4">
				<label for="paste" class="font-medium">
					{t("import.paste")}
				</label>
				<textarea
					id="paste"
					class="field-box min-h-36 flex-1 font-song"
					placeholder={t("import.pastePlaceholder")}
					value={text()}
					onInput={(event) => setText(event.currentTarget.value)}
				/>
				<div class="flex justify-end">
					<Button
						look="primary"
						disabled={text().trim() === "" || busy()}
						onClick={() => void start(async () => ({ kind: "pasted", text: text() }))}
					>
						{t("import.read")}
					</Button>
				</div>
			</section>
			<div class="md:col-span-2" role="status" aria-live="polite">
				<Intaking phase={phase()} />
			</div>
			<Show when={failure()}>
				{(error) => (
					<div class="md:col-span-2">
						<ErrorBox error={error()} />
					</div>
				)}
			</Show>
		</div>
	);
}

function Intaking(props: { phase: Phase }): JSX.Element {
	const part = () => (props.phase.kind === "loading" ? props.phase.part : undefined);
	return (
		<Show when={props.phase.kind !== "idle"}>
			<div class="flex items-center gap-3 rounded border border-line bg-sheet px-3 py-2">
				<Progress label={t("import.reading")} part={part()} />
				<span>{props.phase.kind === "loading" ? t("import.loading") : t("import.reading")}</span>
			</div>
		</Show>
	);
}
