import { badges, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import type { ActionVerb } from "../actions/verbs.ts";
import type { DetailProps } from "./detail-props.ts";

/** 点位: the places where the problem is, closed out one by one. */
export function Sites(props: DetailProps): JSX.Element {
	const may = (verb: ActionVerb) =>
		props.detail.actions.some((action) => action.verb === verb && action.allowed);
	return (
		<Section
			title={t("sites.title")}
			count={props.detail.sites.length}
			aside={
				<Show when={may("addSite")}>
					<Button size="small" icon="plus" onClick={() => props.onAction({ verb: "addSite" })}>
						{t("sites.add")}
					</Button>
				</Show>
			}
		>
			<Show when={props.detail.sites.length > 0} fallback={<p class="text-ink-soft">{t("sites.none")}</p>}>
				<ul class="flex flex-col gap-1.5">
					<For each={props.detail.sites}>
						{(site) => (
							<li class="flex flex-wrap items-center gap-x-3 gap-y-1">
								<Badge of={badges.siteState[site.state]} word={word(vocab.siteState, site.state)} />
								<span>{site.name}</span>
								<Show when={site.address}>{(address) => <span class="text-ink-soft">{address()}</span>}</Show>
								<Show when={site.position}>
									{(position) => (
										<span class="text-[0.86rem] text-ink-faint tabular-nums">{position().join(", ")}</span>
									)}
								</Show>
								<Show when={may("amendSite")}>
									<span class="no-print ml-auto">
										<Button
											size="small"
											look="quiet"
											onClick={() => props.onAction({ verb: "amendSite", part: site.id })}
										>
											{t("measures.amend")}
										</Button>
									</span>
								</Show>
							</li>
						)}
					</For>
				</ul>
			</Show>
		</Section>
	);
}
