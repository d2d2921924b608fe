import { A } from "@solidjs/router";
import type { ComplaintImportPreview } from "@zhenggai/domain/complaints";
import { createSignal, For, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";

const FIRST = 50;

/** What the ledger has and the table does not name any more. Shown for checking; nothing is removed. */
export function Vanished(props: { vanished: ComplaintImportPreview["vanished"] }): JSX.Element {
	const [all, setAll] = createSignal(false);
	const shown = () => (all() ? props.vanished : props.vanished.slice(0, FIRST));
	return (
		<div id="vanished">
			<Show when={props.vanished.length > 0}>
				<Section title={t("preview.vanished")} count={props.vanished.length}>
					<p class="mb-2 text-ink-soft">{t("preview.vanishedComplaints")}</p>
					<ul class="flex flex-col gap-1.5">
						<For each={shown()}>
							{(one) => (
								<li class="flex gap-3">
									<A class="shrink-0 text-accent underline" href={`/complaints/${one.complaintId}`}>
										{one.receiptNumber ?? t("reading.noReceipt")}
									</A>
									<span class="clamp-2">{one.summary}</span>
								</li>
							)}
						</For>
					</ul>
					<Show when={shown().length < props.vanished.length}>
						<Button class="mt-2" size="small" onClick={() => setAll(true)}>
							{t("units.showAll")}
						</Button>
					</Show>
				</Section>
			</Show>
		</div>
	);
}
