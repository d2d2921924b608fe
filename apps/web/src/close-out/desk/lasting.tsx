import { For, type JSX, Show } from "solid-js";
import { date } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Section } from "../../ui/section.tsx";
import { Lineage } from "./lineage.tsx";
import { Do, EvidenceLinks, None, Stamp } from "./parts.tsx";

/** 长效机制与举一反三: what stays, and what was found elsewhere (CLO-04, CLO-05). */
export function Lasting(props: DetailProps): JSX.Element {
	const state = () => props.detail.closeOut.state;
	return (
		<Section
			title={t("closeOut.lasting")}
			aside={
				<>
					<Do {...props} verb="recordMechanism" />
					<Do {...props} verb="recordScreening" />
				</>
			}
		>
			<div class="flex flex-col gap-3">
				<Show when={state().mechanisms.length > 0} fallback={<None text={t("closeOut.noMechanism")} />}>
					<For each={state().mechanisms}>
						{(held) => (
							<div class="flex flex-col gap-0.5">
								<p class="flex flex-wrap items-center gap-2">
									<span class="font-medium">《{held.document}》</span>
									<Tag tone={held.inForce ? "good" : "attention"}>
										{t(held.inForce ? "closeOut.inForce" : "closeOut.notInForce")}
									</Tag>
								</p>
								<p class="text-ink-soft">
									{held.issuer} · {date(held.on)}
								</p>
								<EvidenceLinks detail={props.detail} ids={held.evidenceIds} />
								<Stamp by={held.by} at={held.at} />
							</div>
						)}
					</For>
				</Show>
				<Show when={state().screening} fallback={<None text={t("closeOut.noScreening")} />}>
					{(held) => (
						<div class="flex flex-col gap-0.5 border-t border-line pt-3">
							<p class="font-medium tabular-nums">
								{t("closeOut.screened", {
									screened: held().screened,
									found: held().found,
									opened: held().opened,
								})}
							</p>
							<p class="whitespace-pre-line">{held().summary}</p>
							<EvidenceLinks detail={props.detail} ids={held().evidenceIds} />
							<Stamp by={held().by} at={held().at} />
						</div>
					)}
				</Show>
				<Lineage {...props} />
			</div>
		</Section>
	);
}
