import { useQuery } from "@tanstack/solid-query";
import type { Conflict } from "@zhenggai/domain/kernel";
import { vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { queries } from "../../api.ts";
import { momentText, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Changes } from "../../journal/index.ts";
import { loaded } from "../../loaded.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";

/** What somebody else changed since the form was opened. The draft is kept; going on puts it on top of that. */
export function ConflictNotice(props: {
	issueId: string;
	seen: number;
	conflict: Conflict;
	onContinue: () => void;
}): JSX.Element {
	const history = useQuery(() => queries.issues.history({ issueId: props.issueId, limit: 20 }));
	const fieldsOf = (version: number) =>
		loaded(history)?.items.find((entry) => entry.version === version)?.changes ?? [];
	return (
		<div class="rounded-md border border-near bg-near-wash p-3" role="alert" data-conflict>
			<p class="mb-2 flex items-center gap-2 font-medium text-near">
				<Icon name="alert" />
				{t("conflict.title")}
			</p>
			<ul class="flex flex-col gap-2">
				<For each={props.conflict.changes.filter((change) => change.version > props.seen)}>
					{(change) => (
						<li>
							<p>
								<strong>{change.by}</strong> · {momentText(change.at)} · {word(vocab.issueEvent, change.type)}
							</p>
							<Changes changes={fieldsOf(change.version)} />
						</li>
					)}
				</For>
			</ul>
			<Show when={props.conflict.changes.length === 0}>
				<p>{t("conflict.unknown")}</p>
			</Show>
			<p class="mt-2 text-ink-soft">{t("conflict.kept")}</p>
			<div class="mt-2">
				<Button onClick={() => props.onContinue()}>{t("conflict.continue")}</Button>
			</div>
		</div>
	);
}
