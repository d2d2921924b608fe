import type { ReferralDetail } from "@zhenggai/client";
import { caseVocab, formatDate, formatInstant, label } from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText } from "../command-line/output.ts";
import { say, speak } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";

type Line = readonly [string, string];

function factLines({ row, content, issues, names }: ReferralDetail, language: "zh-CN" | "en"): Line[] {
	const field = (key: keyof typeof caseVocab.referralField) => label(caseVocab.referralField, key, language);
	const about = content.subjects.map(({ name, unitId, title }) =>
		[name, title, unitId === null ? null : (names[unitId] ?? unitId)]
			.filter((part) => part !== null)
			.join(" "),
	);
	const fraud =
		content.fraudKind === null ? "" : ` / ${label(caseVocab.fraudKind, content.fraudKind, language)}`;
	return [
		[field("title"), row.title],
		[speak(say("环节", "State"), language), label(caseVocab.referralState, row.state, language)],
		[speak(say("地区", "Region"), language), row.regionName],
		[field("failedOn"), formatDate(content.failedOn, language)],
		[field("failureMode"), `${label(caseVocab.failureMode, content.failureMode, language)}${fraud}`],
		[
			field("issueIds"),
			issues.map((issue) => (issue === null ? "-" : `${issue.number} ${issue.statement}`)).join("; "),
		],
		[field("subjects"), about.join("; ")],
		[field("facts"), content.facts],
		[field("documents"), content.documents.join("; ")],
	];
}

function considerationLines({ content }: ReferralDetail, language: "zh-CN" | "en"): Line[] {
	const { inexperience, exploration, goodIntent, mitigation } = content.faultTolerance;
	const answers = { inexperience, exploration, goodIntent };
	return [
		...(["inexperience", "exploration", "goodIntent"] as const).map((key): Line => {
			const answer = answers[key];
			return [label(caseVocab.distinction, key, language), answer === null ? "" : answer.reason];
		}),
		...(mitigation === null ? [] : [[speak(say("从轻情节", "Mitigation"), language), mitigation] as const]),
	];
}

/** Who planned, approved, checked, accepted and signed: newest first, and where there is nobody. */
function chainLines({ traces, submissions, names }: ReferralDetail, language: "zh-CN" | "en"): Line[] {
	const frozen = submissions.at(-1)?.traces ?? traces;
	return frozen.flatMap(({ links, missing }) => [
		...links.map((link): Line => {
			const unit = link.unitId === null ? null : (names[link.unitId] ?? null);
			const person = link.personId === null ? null : (names[link.personId] ?? null);
			const who = [link.name ?? link.by?.name ?? null, person, unit]
				.filter((part) => part !== null)
				.join(" ");
			return [label(caseVocab.tracePart, link.part, language), `${formatDate(link.on, language)}  ${who}`];
		}),
		...missing.map(
			(part): Line => [
				label(caseVocab.tracePart, part, language),
				speak(say("（无）", "(nobody)"), language),
			],
		),
	]);
}

function decisionLines({ decision, outcome }: ReferralDetail, language: "zh-CN" | "en"): Line[] {
	const lines: Line[] = [];
	if (decision !== null) {
		const event = decision.verdict === "refer" ? "referralReferred" : "referralDeclined";
		lines.push([
			label(caseVocab.referralEvent, event, language),
			`${formatDate(decision.on, language)}  ${decision.decidedBy}  ${decision.reason}`,
		]);
	}
	if (outcome?.receipt != null) {
		lines.push([
			label(caseVocab.referralEvent, "referralReceived", language),
			`${formatDate(outcome.receipt.on, language)}  ${outcome.receipt.organ}`,
		]);
	}
	if (outcome?.conclusion != null) {
		const { result, on, reason } = outcome.conclusion;
		lines.push([
			label(caseVocab.referralEvent, "outcomeRecorded", language),
			`${formatDate(on, language)}  ${label(caseVocab.referralResult, result, language)}  ${reason}`,
		]);
	}
	for (const { outcome: kind, fourForm, subject } of outcome?.standing ?? []) {
		const form = label(caseVocab.fourForm, fourForm, language);
		lines.push([`  ${subject + 1}`, `${label(caseVocab.accountabilityOutcome, kind, language)} (${form})`]);
	}
	for (const { number, grounds, decision: result } of outcome?.appeals ?? []) {
		const said = result === null ? "" : `  ${label(caseVocab.appealVerdict, result.verdict, language)}`;
		lines.push([
			`${label(caseVocab.referralEvent, "appealRecorded", language)} ${number}`,
			`${grounds}${said}`,
		]);
	}
	return lines;
}

/** Writes a referral: its fields a line each, or one JSON object. */
export function writeReferral(context: CommandContext, detail: ReferralDetail): void {
	const { language } = context;
	if (formatOf(context) === "json") {
		context.out(jsonText(detail, context.environment.columns));
		return;
	}
	const lines: Line[] = [
		["id", detail.row.id],
		...factLines(detail, language),
		...considerationLines(detail, language),
		...chainLines(detail, language),
		...decisionLines(detail, language),
		[speak(say("起草", "Drafted"), language), formatInstant(detail.drafted.at, language)],
	];
	for (const [name, text] of lines) if (text !== "") context.out(`${cleanLine(name)}\t${cleanLine(text)}\n`);
	for (const { label: doing, allowed } of detail.actions) {
		if (allowed) context.out(`→ ${speak(doing, language)}\n`);
	}
}

/** `referrals show`: what the reader may know of one referral. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	writeReferral(context, await client.accountability.get.query({ referralId: context.arguments[0] ?? "" }));
	return EXIT.done;
};
