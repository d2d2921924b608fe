import { For, type JSX, Show } from "solid-js";
import { date, moment } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Section } from "../../ui/section.tsx";
import { ActionPart } from "../action-part.tsx";
import type { InstrumentPartProps } from "./instrument-viewer.tsx";

/** 挂牌: its limit with the original one, extensions, and what came of it. */
export function Listing(props: InstrumentPartProps): JSX.Element {
	const action = (name: string) => props.detail.actions.find(({ verb }) => verb === name);
	return (
		<Show when={props.detail.instrument.listing}>
			{(listing) => (
				<Section title={t("sup.listing")} class="no-print">
					<dl class="grid gap-x-4 gap-y-1.5 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
						<dt class="text-ink-soft">{t("sup.limit")}</dt>
						<dd class="font-medium">{date(listing().limitOn)}</dd>
						<dt class="text-ink-soft">{t("sup.originalLimit")}</dt>
						<dd>{date(listing().originalLimitOn)}</dd>
						<dt class="text-ink-soft">{t("sup.extensions")}</dt>
						<dd>
							<Show when={listing().extensions.length > 0} fallback={t("nothing")}>
								<ul class="flex flex-col gap-1">
									<For each={listing().extensions}>
										{(extension) => (
											<li>
												{date(extension.from)} → {date(extension.to)} · {extension.reason}
												<span class="ml-1 text-[0.9rem] text-ink-faint">
													{t("sup.askedOn")} {date(extension.askedOn)} · {extension.by.name}
												</span>
											</li>
										)}
									</For>
								</ul>
							</Show>
						</dd>
						<Show when={listing().preAccepted}>
							{(accepted) => (
								<>
									<dt class="text-ink-soft">{t("sup.preAccepted")}</dt>
									<dd>
										<p class="whitespace-pre-line">{accepted().opinion}</p>
										<p class="text-[0.9rem] text-ink-faint">
											{accepted().by.name} · {moment(accepted().at)}
										</p>
									</dd>
								</>
							)}
						</Show>
					</dl>
					<Show when={props.detail.row.stage !== "over"}>
						<div class="mt-3 flex flex-wrap gap-3">
							<For each={["extendListing", "preAcceptListing", "unlist", "failListing"] as const}>
								{(verb) => <ActionPart action={action(verb)} onAction={() => props.onAction(verb)} />}
							</For>
						</div>
					</Show>
				</Section>
			)}
		</Show>
	);
}
