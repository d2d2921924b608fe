import type { DrawDetail } from "@zhenggai/domain/close-out";
import { caseVocab, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Match, Show, Switch } from "solid-js";
import { date, names, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Section } from "../../ui/section.tsx";
import { Fact, Stamp } from "../desk/parts.tsx";

/** Where the seed comes from, what is drawn from, by what method, and how it ended. */
export function Facts(props: { detail: DrawDetail }): JSX.Element {
	const detail = () => props.detail;
	return (
		<div class="grid items-start gap-4 lg:grid-cols-2">
			<Section title={t("draws.seed")}>
				<dl class="flex flex-col gap-1">
					<Basis detail={detail()} />
					<Fact name={t("draws.seedUsed")}>
						<Show when={detail().seed} fallback={t("draws.noSeed")}>
							{(seed) => (
								<>
									<code class="font-mono break-all">{seed().text}</code>{" "}
									<Stamp by={seed().by} at={seed().at} />
								</>
							)}
						</Show>
					</Fact>
					<Fact name={t("draws.frame")}>
						<Show when={detail().frame} fallback={t("draws.noFrame")}>
							{(frame) => (
								<>
									{t("draws.frameOf", { n: frame().count })} <Stamp by={frame().by} at={frame().at} />
								</>
							)}
						</Show>
					</Fact>
					<Show when={detail().frame}>
						{(frame) => (
							<Fact name={t("draws.frameHash")}>
								<code class="font-mono text-[0.86rem] break-all" data-frame-hash>
									{frame().sha256}
								</code>
							</Fact>
						)}
					</Show>
					<Fact name={t("draws.opened")}>
						<Stamp by={detail().opened.by} at={detail().opened.at} />
					</Fact>
				</dl>
			</Section>
			<Section title={t("draws.method")}>
				<dl class="flex flex-col gap-1">
					<Fact name={t("draws.ratio")}>
						{t("draws.ratioText", {
							ratio: Math.round(detail().method.ratio * 1000) / 10,
							floor: detail().method.floor,
						})}
					</Fact>
					<Fact name={t("draws.always")}>
						{names(detail().method.alwaysKinds.map((kind) => word(caseVocab.drawKind, kind)))}
					</Fact>
					<Fact name={t("draws.algorithm")}>
						<code class="font-mono text-[0.86rem]">{detail().method.algorithm}</code>{" "}
						<span class="text-ink-faint">
							{detail().method.ruleSet} v{detail().method.ruleSetVersion}
						</span>
					</Fact>
				</dl>
				<Show when={detail().strata.length > 0}>
					<Strata detail={detail()} />
				</Show>
				<Show when={detail().closing}>
					{(held) => (
						<p class="mt-2 border-t border-line pt-2 whitespace-pre-line">
							{held().summary} <Stamp by={held().by} at={held().at} />
						</p>
					)}
				</Show>
				<Show when={detail().cancelled}>
					{(held) => (
						<p class="mt-2 border-t border-line pt-2 whitespace-pre-line text-late">
							{held().reason} <Stamp by={held().by} at={held().at} />
						</p>
					)}
				</Show>
			</Section>
		</div>
	);
}

function Basis(props: { detail: DrawDetail }): JSX.Element {
	const declared = () => (props.detail.basis.kind === "declared" ? props.detail.basis : null);
	const published = () => (props.detail.basis.kind === "public" ? props.detail.basis : null);
	return (
		<Switch>
			<Match when={declared()}>
				{(basis) => (
					<Fact name={t("draws.seedDeclared")}>
						<code class="font-mono break-all">{basis().text}</code>
					</Fact>
				)}
			</Match>
			<Match when={published()}>
				{(basis) => (
					<Fact name={t("draws.seedPublic")}>
						{t("draws.publishedAs", { source: basis().source, date: date(basis().publishedOn) })}
					</Fact>
				)}
			</Match>
		</Switch>
	);
}

const Strata = (props: { detail: DrawDetail }): JSX.Element => (
	<details class="mt-2">
		<summary class="tap text-accent">{t("draws.strata", { n: props.detail.strata.length })}</summary>
		<ul class="mt-1 flex flex-col gap-0.5 text-[0.93rem]">
			<For each={props.detail.strata}>
				{(stratum) => (
					<li class="flex gap-2">
						<span class="min-w-0 flex-1">
							{[stratum.unitName, stratum.type === "" ? "" : word(vocab.issueField, stratum.type)]
								.filter((part) => part !== "")
								.join(" · ") || t("draws.noStratum")}
						</span>
						<span class="tabular-nums">{t("draws.stratumOf", { n: stratum.drawn, of: stratum.size })}</span>
					</li>
				)}
			</For>
		</ul>
	</details>
);
