import "../i18n/form-words.ts";
import type { Finding } from "@zhenggai/domain/rules";
import { badges, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show, Suspense } from "solid-js";
import { names, word } from "../i18n/format.ts";
import { say, t } from "../i18n/index.ts";
import { lazily } from "../lazily.ts";
import { Badge } from "../ui/badge.tsx";
import { Section } from "../ui/section.tsx";
import { RuleLink } from "./rule-link.tsx";

// The words of all parameters come when the first finding is shown, not with the first page.
const FindingParams = lazily(() => import("./finding-params.tsx"));

const ORDER = { block: 0, warn: 1, inform: 2 } as const;

/** What the rules found, with what clears each. */
export function Findings(props: { findings: readonly Finding[] }): JSX.Element {
	const sorted = () => [...props.findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
	return (
		<Section title={t("findings.title")} count={props.findings.length}>
			<Show when={sorted().length > 0} fallback={<p class="text-ink-soft">{t("findings.none")}</p>}>
				<FindingList findings={sorted()} />
			</Show>
		</Section>
	);
}

/** Findings as they come, each with its severity, rule and what clears it. */
export function FindingList(props: { findings: readonly Finding[] }): JSX.Element {
	return (
		<ul class="flex flex-col gap-3">
			<For each={props.findings}>
				{(finding) => (
					<li class="flex flex-col gap-0.5">
						<div class="flex flex-wrap items-center gap-2">
							<Badge of={badges.severity[finding.severity]} />
							<RuleLink rule={finding.rule} basis={finding.basis} />
							<Suspense>
								<FindingParams finding={finding} />
							</Suspense>
						</div>
						<p>{say(finding.message)}</p>
						<p class="text-[0.93rem] text-ink-soft">
							{t("clears")}
							{say(finding.clears)}
							<Show when={finding.who.length > 0}>
								<span class="ml-2 text-ink-faint">
									{t("who")}
									{names(finding.who.map((role) => word(vocab.role, role)))}
								</span>
							</Show>
						</p>
					</li>
				)}
			</For>
		</ul>
	);
}
