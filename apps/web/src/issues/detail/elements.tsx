import type { IssueDetail } from "@zhenggai/domain/issues";
import { formatDeadline, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, names, word } from "../../i18n/format.ts";
import { language, say, t } from "../../i18n/index.ts";
import { RuleLink } from "../../rules/index.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { ActionVerb } from "../actions/verbs.ts";
import type { DetailProps } from "./detail-props.ts";

type Element = {
	key: keyof typeof vocab.requiredElement;
	/** What is recorded; empty where nothing is. */
	value: (detail: IssueDetail) => string;
	fill: ActionVerb;
};

/** The seven elements in the order of the source (S1). */
const ELEMENTS: readonly Element[] = [
	{ key: "goal", value: (detail) => detail.goal ?? "", fill: "amendIssue" },
	{
		key: "deadline",
		value: ({ row }) => (row.deadline === null ? "" : formatDeadline(row.deadline, language())),
		fill: "amendIssue",
	},
	{
		key: "responsibleUnit",
		value: ({ row }) => names([...new Set([...row.leadUnits, ...row.responsibleUnits])]),
		fill: "assignIssue",
	},
	{ key: "responsibleLeader", value: ({ row }) => names(row.responsibleLeaders), fill: "assignIssue" },
	{ key: "responsiblePersons", value: ({ row }) => names(row.responsiblePersons), fill: "assignIssue" },
	{ key: "supervisingUnit", value: ({ row }) => names(row.supervisingUnits), fill: "assignIssue" },
	{
		key: "measures",
		value: ({ row }) => (row.measureCount === 0 ? "" : t("elements.measures", { n: row.measureCount })),
		fill: "addMeasure",
	},
];

/** 七要素: what is there, and gaps with the rule that says so and the way to fill them. */
export function Elements(props: DetailProps): JSX.Element {
	const missing = () => new Set(props.detail.row.missing);
	const may = (verb: ActionVerb) =>
		props.detail.actions.some((action) => action.verb === verb && action.allowed);
	const rule = (key: string) =>
		props.detail.findings.find(
			(finding) => finding.rule === "PLAN-01" && (finding.field === null || finding.field.includes(key)),
		);
	return (
		<Section
			title={t("elements.title")}
			aside={
				<span class="text-[0.93rem] text-ink-soft tabular-nums">
					{t("elements.count", { n: ELEMENTS.length - missing().size })}
				</span>
			}
		>
			<dl class="grid gap-x-4 gap-y-0.5 max-sm:[&>dd]:mb-2 sm:gap-y-2.5 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
				<For each={ELEMENTS}>
					{(element) => (
						<>
							<dt class="pt-0.5 text-ink-soft">{word(vocab.requiredElement, element.key)}</dt>
							<dd class="min-w-0">
								<Show
									when={!missing().has(element.key)}
									fallback={
										<div class="flex flex-wrap items-center gap-2 rounded border border-dashed border-near bg-near-wash px-2 py-1 text-near">
											<Icon name="alert" />
											<span class="font-medium">{t("elements.gap")}</span>
											<span title={rule(element.key) ? say(rule(element.key)?.message ?? EMPTY) : ""}>
												<RuleLink rule={rule(element.key)?.rule ?? "PLAN-01"} />
											</span>
											<Show when={may(element.fill)}>
												<span class="no-print ml-auto">
													<Button
														size="small"
														onClick={() => props.onAction({ verb: element.fill, part: element.key })}
													>
														{t("elements.fill")}
													</Button>
												</span>
											</Show>
										</div>
									}
								>
									<span class="whitespace-pre-line">{element.value(props.detail)}</span>
									<Show when={element.key === "deadline" && props.detail.row.due}>
										{(due) => (
											<span class="ml-2 text-ink-faint">{t("elements.lastDay", { date: date(due()) })}</span>
										)}
									</Show>
								</Show>
							</dd>
						</>
					)}
				</For>
				<OtherFacts {...props} />
			</dl>
		</Section>
	);
}

const EMPTY = { zh: "", en: "" };
const TIERS = ["central", "province", "city", "county"] as const;

function OtherFacts(props: DetailProps): JSX.Element {
	const row = () => props.detail.row;
	const facts = (): { label: string; value: string }[] => [
		{
			label: word(vocab.issueElement, "numberByTier"),
			value: TIERS.flatMap((tier) => {
				const number = row().numberByTier[tier];
				return number === null ? [] : [`${word(vocab.tier, tier)} ${number}`];
			}).join(" · "),
		},
		{ label: word(vocab.issueElement, "field"), value: fieldWord(row().field) },
		{ label: word(vocab.issueElement, "generality"), value: generalityWord(row().generality) },
		{ label: word(vocab.assignmentRole, "supporting"), value: names(row().supportingUnits) },
		{ label: word(vocab.assignmentRole, "acceptance"), value: names(row().acceptanceUnits) },
		{ label: word(vocab.issueElement, "constraints"), value: names(props.detail.constraints) },
		{ label: word(vocab.issueElement, "remarks"), value: row().remarks ?? "" },
	];
	return (
		<For each={facts().filter((fact) => fact.value !== "")}>
			{(fact) => (
				<>
					<dt class="text-ink-soft">{fact.label}</dt>
					<dd class="min-w-0 whitespace-pre-line">{fact.value}</dd>
				</>
			)}
		</For>
	);
}

const fieldWord = (field: IssueDetail["row"]["field"]) =>
	field === null ? "" : word(vocab.issueField, field);
const generalityWord = (kind: IssueDetail["row"]["generality"]) =>
	kind === null ? "" : word(vocab.generality, kind);
