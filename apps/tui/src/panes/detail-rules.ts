import type { Bilingual, Instant, Language, Refusal } from "@zhenggai/domain/kernel";
import {
	badges,
	badgeText,
	formatInstant,
	formatNames,
	type Labels,
	label,
	labelOr,
	vocab,
} from "@zhenggai/domain/vocabulary";
import { say, speak, told } from "../say.ts";
import type { Look } from "../terminal/look.ts";
import type { PageWriter } from "../terminal/page.ts";
import { badgeTone } from "./badge-tone.ts";
import type { Action } from "./screen.ts";
import { clearsText } from "./way-out.ts";

/** Where the parts of a detail are written to. */
export type Writer = { page: PageWriter; look: Look; language: Language };

/** What a rule found; the same on every screen. */
type Found = Refusal & { readonly severity: "block" | "warn" | "inform" };

/** One thing that happened, as every room tells it. */
export type TimelineEntry = {
	readonly version: number;
	readonly type: string;
	readonly at: Instant;
	readonly actor: { readonly name: string; readonly role: keyof typeof vocab.role | null };
	readonly summary: Bilingual;
	readonly changes: readonly {
		readonly label: Bilingual;
		readonly from: string | Bilingual | null;
		readonly to: string | Bilingual | null;
	}[];
	readonly reason: string | null;
};

/** The roles that can clear a refusal, in words. */
export const whoText = (who: Refusal["who"], language: Language): string =>
	who.length === 0
		? speak(say("无人可以", "nobody"), language)
		: formatNames(
				who.map((role) => label(vocab.role, role, language)),
				language,
			);

/** Why something is refused: rule and reason, what clears it, who can. */
export function writeRefusal({ page, language }: Writer, refusal: Refusal, indent: number): void {
	const rule =
		refusal.rule === refusal.rule.toUpperCase() && !refusal.rule.includes("-") ? "" : `${refusal.rule} `;
	page.text(`${rule}${speak(refusal.message, language)}`, "plain", indent);
	page.text(
		`${speak(say("如何解决：", "Clears it: "), language)}${speak(clearsText(refusal), language)}`,
		"dim",
		indent,
	);
	page.text(
		`${speak(say("谁能办理：", "Who can: "), language)}${whoText(refusal.who, language)}`,
		"dim",
		indent,
	);
}

/** What the rules found, hardest first, each with what clears it. */
export function writeFindings(writer: Writer, { findings }: { readonly findings: readonly Found[] }): void {
	const { page, language } = writer;
	const order = ["block", "warn", "inform"] as const;
	const blocks = findings.filter((finding) => finding.severity === "block").length;
	page.heading(
		speak(say("规则检查", "Rule findings"), language),
		blocks === 0 ? "" : speak(say(`阻断 ${blocks}`, `${blocks} blocking`), language),
	);
	if (findings.length === 0) page.text(speak(say("没有问题", "Nothing found"), language), "good");
	for (const severity of order) {
		for (const finding of findings.filter((found) => found.severity === severity)) {
			const badge = badges.severity[severity];
			page.text(
				`${badgeText(badge, language)}  ${finding.rule}  ${speak(finding.message, language)}`,
				badgeTone(badge),
			);
			const basis =
				finding.basis === null
					? ""
					: speak(say(`  依据 ${finding.basis}`, `  basis ${finding.basis}`), language);
			const clears = speak(say("如何解决：", "Clears it: "), language) + speak(finding.clears, language);
			page.text(clears + basis, "dim", 2);
			page.text(speak(say("谁能办理：", "Who can: "), language) + whoText(finding.who, language), "dim", 2);
		}
	}
}

/** What the reader can do next; what he cannot, with the reason. */
export function writeActions(writer: Writer, { actions }: { readonly actions: readonly Action[] }): void {
	const { page, language } = writer;
	const allowed = actions.filter((action) => action.allowed);
	page.heading(speak(say("可办事项", "Actions"), language), `${allowed.length}/${actions.length}`);
	let group: Bilingual | undefined;
	for (const action of actions) {
		if (action.group !== undefined && action.group.zh !== group?.zh)
			page.text(speak(action.group, language), "strong");
		group = action.group ?? group;
		const where = action.onWeb === true ? speak(say("（网页办理）", " (on the web)"), language) : "";
		page.text(
			`${action.allowed ? "+" : "x"} ${speak(action.label, language)}${action.allowed ? where : ""}`,
			action.allowed ? "good" : "dim",
		);
		for (const refusal of action.allowed ? [] : action.refusals.slice(0, 2)) writeRefusal(writer, refusal, 2);
	}
}

/** The history, newest first, with what changed from what to what. `elsewhere` is where the rest of it can be read. */
export function writeTimeline(
	{ page, language }: Writer,
	history: { items: readonly TimelineEntry[]; more: boolean },
	{ events, elsewhere }: { events: Labels<string>; elsewhere: Bilingual },
): void {
	page.heading(speak(say("时间线", "Timeline"), language));
	for (const entry of history.items) {
		const who = [
			entry.actor.name,
			entry.actor.role === null ? "" : label(vocab.role, entry.actor.role, language),
		];
		const event = labelOr(events, entry.type, language);
		page.text(
			`${formatInstant(entry.at, language)}  ${event}  ${who.filter((part) => part !== "").join(" ")}`,
			"accent",
		);
		page.text(speak(entry.summary, language), "plain", 2);
		for (const change of entry.changes)
			page.text(
				`${speak(change.label, language)}: ${told(change.from, language)} → ${told(change.to, language)}`,
				"dim",
				2,
			);
		if (entry.reason !== null)
			page.text(`${speak(say("理由：", "Reason: "), language)}${entry.reason}`, "dim", 2);
	}
	if (history.more) page.text(speak(elsewhere, language), "dim");
}
