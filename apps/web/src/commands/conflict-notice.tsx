import { useQuery } from "@tanstack/solid-query";
import type { Conflict } from "@zhenggai/domain/kernel";
import { For, type JSX, Show } from "solid-js";
import { momentText } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { Changes, type TimelineOf } from "../journal/index.ts";
import { loaded } from "../loaded.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

/** What of a timeline the notice needs. */
export type Told = Pick<TimelineOf, "key" | "history" | "eventWord">;

/** More changes than these do not come about while somebody fills in a form. */
const RECENT = 20;

/** What somebody else changed since the form was opened. The draft is kept; going on puts it on top of that. */
export function ConflictNotice(props: {
	told: Told;
	seen: number;
	conflict: Conflict;
	onContinue: () => void;
}): JSX.Element {
	const history = useQuery(() => ({
		queryKey: [...props.told.key, "conflict"],
		queryFn: ({ signal }: { signal: AbortSignal }) => props.told.history({ limit: RECENT }, signal),
	}));
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
								<strong>{change.by}</strong> · {momentText(change.at)} · {props.told.eventWord(change.type)}
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
