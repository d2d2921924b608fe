import { A } from "@solidjs/router";
import type { ImportDraft } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX } from "solid-js";
import { word } from "../i18n/format.ts";
import { say, t } from "../i18n/index.ts";
import { buttonClass } from "../ui/button.tsx";
import { Empty } from "../ui/feedback.tsx";
import { Icon } from "../ui/icon.tsx";

/** A document in which nothing was found: what the reader says about it. */
export function NothingRead(props: { draft: ImportDraft }): JSX.Element {
	return (
		<div class="mx-auto w-full max-w-4xl overflow-auto p-6">
			<Empty icon="document" title={t("import.nothingRead")} text={t("import.nothingReadText")}>
				<A href="/imports" class={buttonClass("primary")}>
					{t("import.another")}
				</A>
			</Empty>
			<ul class="flex flex-col gap-1.5">
				<For each={props.draft.proposal.warnings}>
					{(warning) => (
						<li class="flex items-start gap-2 rounded border border-near bg-near-wash px-3 py-2 text-near">
							<Icon name="alert" class="mt-0.5" />
							<span>
								<strong>{word(vocab.readingWarning, warning.code)}</strong> {say(warning.message)}
							</span>
						</li>
					)}
				</For>
			</ul>
		</div>
	);
}
