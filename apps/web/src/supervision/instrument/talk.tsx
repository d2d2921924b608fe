import { type JSX, Show } from "solid-js";
import { date, names } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Section } from "../../ui/section.tsx";
import { ActionPart } from "../action-part.tsx";
import type { InstrumentPartProps } from "./instrument-viewer.tsx";

/** 约谈: when it was held, who was there, and what was said. */
export function Talk(props: InstrumentPartProps): JSX.Element {
	const action = (name: string) => props.detail.actions.find(({ verb }) => verb === name);
	const talk = () => props.detail.instrument.talk;
	return (
		<Show when={props.detail.row.kind === "admonitoryTalk" && props.detail.row.issuedOn !== null}>
			<Section title={t("sup.talk")} class="no-print">
				<Show
					when={talk()?.heldOn}
					fallback={
						<>
							<p class="mb-2 text-ink-soft">{t("sup.notHeld")}</p>
							<ActionPart action={action("holdTalk")} onAction={() => props.onAction("holdTalk")} />
						</>
					}
				>
					{(heldOn) => (
						<dl class="grid gap-x-4 gap-y-1.5 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
							<dt class="text-ink-soft">{t("sup.heldOn")}</dt>
							<dd>{date(heldOn())}</dd>
							<dt class="text-ink-soft">{t("sup.chairedBy")}</dt>
							<dd>{talk()?.by}</dd>
							<dt class="text-ink-soft">{t("sup.present")}</dt>
							<dd>{names(talk()?.present ?? [])}</dd>
							<dt class="text-ink-soft">{t("sup.minutes")}</dt>
							<dd class="whitespace-pre-line">
								<Show
									when={talk()?.minutes}
									fallback={
										<ActionPart action={action("minuteTalk")} onAction={() => props.onAction("minuteTalk")} />
									}
								>
									{(minutes) => minutes()}
								</Show>
							</dd>
						</dl>
					)}
				</Show>
			</Section>
		</Show>
	);
}
