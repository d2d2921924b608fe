import type { Exposure } from "@zhenggai/domain/supervision";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, moment, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { ActionPart } from "../action-part.tsx";

/** 通报曝光: circulars received from above and exposures by media. Open ones of a province and above light red. */
export function Exposures(props: DetailProps): JSX.Element {
	const exposures = () => props.detail.supervision.exposures;
	const action = (name: string) => props.detail.actions.find(({ verb }) => verb === name);
	const record = () => action("recordExposure");
	return (
		<Section
			title={t("sup.exposures")}
			count={exposures().length}
			aside={
				<Show when={record()?.allowed}>
					<ActionPart
						action={record()}
						label={t("sup.recordExposure")}
						onAction={() => props.onAction({ verb: "recordExposure" })}
					/>
				</Show>
			}
		>
			<Show when={exposures().length > 0} fallback={<p class="text-ink-soft">{t("sup.noExposures")}</p>}>
				<ul class="flex flex-col gap-3">
					<For each={exposures()}>
						{(exposure) => (
							<Line exposure={exposure}>
								<ActionPart
									action={action("settleExposure")}
									onAction={() => props.onAction({ verb: "settleExposure", part: exposure.id })}
								/>
							</Line>
						)}
					</For>
				</ul>
			</Show>
			<Show when={record()?.allowed === false}>
				<div class="mt-2">
					<ActionPart action={record()} label={t("sup.recordExposure")} onAction={() => undefined} />
				</div>
			</Show>
		</Section>
	);
}

function Line(props: { exposure: Exposure; children: JSX.Element }): JSX.Element {
	const exposure = () => props.exposure;
	return (
		<li class="border-l border-line pl-3">
			<p class="flex flex-wrap items-center gap-1.5">
				<span class="font-medium">
					{word(caseVocab.exposureLevel, exposure().level)}
					{t("sup.exposureJoin")}
					{word(caseVocab.exposureKind, exposure().kind)}
				</span>
				<time class="text-[0.93rem] text-ink-soft tabular-nums" datetime={exposure().on}>
					{date(exposure().on)}
				</time>
				<Tag tone={exposure().settled === null ? "bad" : "good"}>
					<Icon name={exposure().settled === null ? "alert" : "check"} size={12} />
					{t(exposure().settled === null ? "sup.unsettled" : "sup.settled")}
				</Tag>
			</p>
			<p>{exposure().document}</p>
			<Show when={exposure().settled} fallback={<div class="mt-1">{props.children}</div>}>
				{(settled) => (
					<p class="text-[0.93rem] text-ink-soft">
						{settled().reason}
						<span class="text-ink-faint">
							{" "}
							· {settled().by.name} · {moment(settled().at)}
						</span>
					</p>
				)}
			</Show>
		</li>
	);
}
