import type { ImportDraft, ReadingHint } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { word } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { carriedOf } from "./reread.ts";

/** With which hint the document was read, the way to forget it, and what became of the clerk's work meanwhile. */
export function ReadingHintNote(props: {
	draft: ImportDraft;
	busy: boolean;
	onReread: (hint: ReadingHint) => void;
}): JSX.Element {
	const { hint } = props.draft;
	const told = () => hint.issuesStartAtLine !== undefined || hint.kind !== undefined;
	const carried = () => carriedOf(props.draft);
	const without = (): ReadingHint => {
		const { issuesStartAtLine: _, kind: __, ...rest } = hint;
		return rest;
	};
	return (
		<Show when={told() || carried()}>
			<div
				class="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line bg-accent-wash px-4 py-1.5"
				role="status"
				data-hint={hint.issuesStartAtLine ?? ""}
			>
				<Show when={told()}>
					<p class="flex flex-wrap items-center gap-2">
						<Icon name="info" size={14} class="text-accent" />
						<Show when={hint.issuesStartAtLine}>
							{(n) => <span>{t("reread.startsAt", { n: n() })}</span>}
						</Show>
						<Show when={hint.kind}>
							{(kind) => <span>{t("reread.asKind", { kind: word(vocab.documentKind, kind()) })}</span>}
						</Show>
						<Button size="small" busy={props.busy} onClick={() => props.onReread(without())}>
							{t("reread.forget")}
						</Button>
					</p>
				</Show>
				<Show when={carried()}>
					{(found) => (
						<div class="min-w-0">
							<Show when={found().kept > 0}>
								<p>{t("reread.kept", { n: found().kept })}</p>
							</Show>
							<Show when={found().lost.length > 0}>
								<details>
									<summary class="tap text-near">{t("reread.lost", { n: found().lost.length })}</summary>
									<ul class="max-h-40 overflow-auto pl-4">
										<For each={found().lost}>
											{(one) => (
												<li class="clamp-2">
													{one.number ?? ""} {one.statement}
												</li>
											)}
										</For>
									</ul>
								</details>
							</Show>
						</div>
					)}
				</Show>
			</div>
		</Show>
	);
}
