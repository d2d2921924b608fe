import { For, type JSX, Show } from "solid-js";
import { date, dateText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";

/** PLAN-12: where the plan was made public, and until when it is to be. */
export function Publications(props: DetailProps): JSX.Element {
	const terms = () => props.detail.planTerms.publication;
	const may = () => props.detail.actions.some(({ verb, allowed }) => verb === "publishPlan" && allowed);
	return (
		<Show when={props.detail.plan.baselines.length > 0}>
			<Section
				title={t("plans.publications")}
				count={props.detail.plan.publications.length}
				aside={
					<Show when={may()}>
						<Button size="small" onClick={() => props.onAction({ verb: "publishPlan" })}>
							{t("plans.publish.add")}
						</Button>
					</Show>
				}
			>
				<Show when={terms().by}>
					{(by) => (
						<p class="mb-1 text-ink-soft">
							{t("plans.publishBy", { date: date(by()), n: terms().channels })}
						</p>
					)}
				</Show>
				<ul class="flex flex-col gap-1.5">
					<For
						each={props.detail.plan.publications}
						fallback={<li class="text-ink-soft">{t("plans.publicationsNone")}</li>}
					>
						{(one) => (
							<li class="flex flex-wrap items-baseline gap-x-3">
								<span class="tabular-nums">{dateText(one.on)}</span>
								<For each={one.channels}>
									{(channel) => (
										<span>
											{t(`plans.channel.${channel.kind}`)}{" "}
											<Show when={channel.url} fallback={channel.name}>
												{(url) => (
													<a class="text-accent underline" href={url()} rel="noreferrer" target="_blank">
														{channel.name}
													</a>
												)}
											</Show>
										</span>
									)}
								</For>
								<span class="text-ink-soft">{t(one.redacted ? "plans.redacted" : "plans.notRedacted")}</span>
							</li>
						)}
					</For>
				</ul>
			</Section>
		</Show>
	);
}
