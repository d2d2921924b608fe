import { A } from "@solidjs/router";
import type { ScreeningLink } from "@zhenggai/domain/screening";
import { caseVocab, formatNumber } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";

const STATE_TONES = { running: "active", closed: "good", cancelled: "neutral" } as const;

/** Where it came from and what it started: sweeps for similar problems around the issue. */
export function Lineage(props: DetailProps): JSX.Element {
	const around = () => props.detail.screenings;
	return (
		<Show when={around().foundBy !== null || around().started.length > 0}>
			<ul class="flex flex-col gap-1.5 border-t border-line pt-3" data-lineage>
				<Show when={around().foundBy}>
					{(sweep) => (
						<Sweep head={t("closeOut.foundBy")} sweep={sweep()}>
							<Show when={sweep().origin}>
								{(origin) => (
									<A class="tap text-accent underline" href={`/issues/${origin().id}`}>
										{t("closeOut.sweepOrigin", { number: formatNumber(origin().number, language()) })}
									</A>
								)}
							</Show>
						</Sweep>
					)}
				</Show>
				<For each={around().started}>
					{(sweep) => <Sweep head={t("closeOut.sweepStarted")} sweep={sweep} />}
				</For>
			</ul>
		</Show>
	);
}

function Sweep(props: { head: string; sweep: ScreeningLink; children?: JSX.Element }): JSX.Element {
	return (
		<li class="flex flex-col gap-0.5" data-screening={props.sweep.id}>
			<p class="flex flex-wrap items-center gap-2">
				<span class="text-ink-soft">{props.head}</span>
				<Tag tone={STATE_TONES[props.sweep.state]}>{word(caseVocab.screeningState, props.sweep.state)}</Tag>
				<Show when={props.sweep.state === "running"}>
					<span class={props.sweep.late ? "text-late" : "text-ink-soft"}>
						{t(props.sweep.late ? "closeOut.sweepLate" : "closeOut.sweepDue", {
							date: date(props.sweep.dueOn),
						})}
					</span>
				</Show>
			</p>
			<p class="line-clamp-2">{props.sweep.problem.words}</p>
			{props.children}
		</li>
	);
}
