import { downloadEvidence } from "@zhenggai/client";
import type { IssueDetail } from "@zhenggai/domain/issues";
import type { Evidence } from "@zhenggai/domain/progress";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, Show } from "solid-js";
import { options } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { date, dateText, moment, word } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/feedback.tsx";
import { Icon } from "../../ui/icon.tsx";
import { contradictionsOf, placeText, sizeText } from "../model/contradictions.ts";
import { targetName } from "../targets.ts";
import { Warnings } from "../upload/file-rows.tsx";

/** What browsers can draw. */
const DRAWN: ReadonlySet<string> = new Set([
	"image/jpeg",
	"image/png",
	"image/gif",
	"image/webp",
	"image/avif",
	"image/bmp",
]);
/** Larger photos are drawn when they are asked for: a gallery must not fetch a hundred megabytes by itself. */
const DRAWN_AT_ONCE = 4 * 1024 * 1024;

const addressOf = (issueId: string, evidenceId: string): string =>
	`/files/issues/${encodeURIComponent(issueId)}/${encodeURIComponent(evidenceId)}`;

function Thumbnail(props: { issueId: string; held: Evidence }): JSX.Element {
	const [asked, setAsked] = createSignal(false);
	const [broken, setBroken] = createSignal(false);
	const isDrawn = () => DRAWN.has(props.held.mediaType) && !broken();
	return (
		<div class="flex size-24 shrink-0 items-center justify-center overflow-hidden rounded border border-line bg-sunken">
			<Show when={isDrawn()} fallback={<Icon name="document" size={30} class="text-ink-faint" />}>
				<Show
					when={asked() || props.held.bytes <= DRAWN_AT_ONCE}
					fallback={
						<Button size="small" look="quiet" onClick={() => setAsked(true)}>
							{t("proof.show")}
						</Button>
					}
				>
					<img
						src={addressOf(props.issueId, props.held.id)}
						alt={t("proof.alt", {
							kind: word(caseVocab.evidenceKind, props.held.kind),
							name: props.held.name,
						})}
						loading="lazy"
						decoding="async"
						class="size-full object-cover"
						onError={() => setBroken(true)}
					/>
				</Show>
			</Show>
		</div>
	);
}

/** Saves the file under its own name. */
async function save(issueId: string, evidenceId: string): Promise<void> {
	try {
		const file = await downloadEvidence(options, { issueId, evidenceId });
		const link = document.createElement("a");
		link.href = URL.createObjectURL(await file.blob());
		link.download = file.name;
		link.click();
		setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
	} catch (error) {
		notify(say(failureOf(error).text), "bad");
	}
}

/** One piece of evidence: what it shows and of which day, what the photo says of itself, its hash, who brought it. */
export function EvidenceCard(props: {
	detail: IssueDetail;
	held: Evidence;
	children?: JSX.Element;
}): JSX.Element {
	const held = () => props.held;
	const doubts = () =>
		props.detail.progress.doubts.filter(
			({ evidenceId, resolved }) => evidenceId === held().id && resolved === null,
		);
	const lines = () => [
		...contradictionsOf(held()).map(({ kind, taken }) =>
			kind === "otherDay"
				? t("photo.otherDay", { date: dateText(taken) })
				: t("photo.afterUpload", { date: dateText(taken) }),
		),
		...doubts().map(({ message }) => say(message)),
	];
	return (
		<article
			class={`flex gap-3 rounded-md border border-line p-2 ${held().withdrawn === null ? "" : "bg-sunken"}`}
			data-evidence={held().name}
		>
			<Thumbnail issueId={props.detail.row.id} held={held()} />
			<div class="min-w-0 flex-1 text-[0.93rem]">
				<p
					class={`truncate font-medium ${held().withdrawn === null ? "" : "line-through"}`}
					title={held().name}
				>
					{held().name}
				</p>
				<p class="flex flex-wrap items-center gap-x-2 gap-y-0.5">
					<Tag>{word(caseVocab.evidenceKind, held().kind)}</Tag>
					<span>{targetName(held(), props.detail) ?? t("upload.targetNone")}</span>
				</p>
				<p class="text-ink-soft">
					<Show when={held().effectiveOn} fallback={t("proof.undated")}>
						{(day) => <span>{t("proof.effective", { date: date(day()) })}</span>}
					</Show>
					<span class="ml-2 text-ink-faint">
						{t("proof.uploaded", { at: moment(held().at), by: held().by.name })}
					</span>
				</p>
				<Show when={held().takenAt !== null || held().position !== null}>
					<p class="text-ink-soft">
						<Show when={held().takenAt}>{(at) => <span>{t("photo.taken", { at: moment(at()) })}</span>}</Show>
						<Show when={held().position}>{(place) => <span class="ml-2">{placeText(place())}</span>}</Show>
					</p>
				</Show>
				<Show when={held().laboratory}>
					{(laboratory) => (
						<p class="text-ink-soft">
							{laboratory()}
							<Show when={held().meetsStandard !== null}>
								<span class="ml-2">{held().meetsStandard ? t("upload.meets") : t("upload.meetsNot")}</span>
							</Show>
						</p>
					)}
				</Show>
				<Show when={held().note}>{(note) => <p>{note()}</p>}</Show>
				<Warnings lines={lines()} />
				<Show when={held().withdrawn}>
					{(withdrawn) => (
						<p class="text-late">
							{t("proof.withdrawn", {
								...{ by: withdrawn().by.name, at: moment(withdrawn().at), reason: withdrawn().reason },
							})}
						</p>
					)}
				</Show>
				<p class="mt-0.5 flex flex-wrap items-center gap-x-2">
					<span class="font-mono text-[0.86rem] text-ink-faint" title={`SHA-256 ${held().sha256}`}>
						{held().sha256.slice(0, 12)} · {sizeText(held().bytes)}
					</span>
					<span class="no-print ml-auto flex flex-wrap gap-1">
						<Button
							size="small"
							look="quiet"
							aria-label={t("proof.downloadOf", { name: held().name })}
							onClick={() => void save(props.detail.row.id, held().id)}
						>
							{t("proof.download")}
						</Button>
						{props.children}
					</span>
				</p>
			</div>
		</article>
	);
}
