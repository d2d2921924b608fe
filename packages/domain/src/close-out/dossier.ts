import type { Issue } from "../issues/index.ts";
import { currentBaseline, isLive } from "../plans/index.ts";
import type { EvidenceKind } from "../progress/index.ts";
import { type ResolvedRules, RuleParams } from "../rules/index.ts";
import { caseVocab, type DossierItem, isLabelled } from "../vocabulary/index.ts";
import { closeOutOf, noticeStood } from "./state.ts";

/** By when an item of the archive is there: for the application, or at the end. */
type Due = "application" | "closeOut";

const shows = (issue: Issue, kinds: readonly EvidenceKind[]): boolean =>
	(issue.progress?.evidence ?? []).some(({ kind, withdrawn }) => withdrawn === null && kinds.includes(kind));

const has = (items: readonly unknown[]): boolean => items.length > 0;

/** What the ledger itself holds of each item (domain.md §5.7). What only some issues have is held where they have none. */
const ITEMS: Readonly<Record<DossierItem, { readonly due: Due; readonly held: (issue: Issue) => boolean }>> =
	{
		index: { due: "application", held: () => true },
		sourceText: { due: "application", held: ({ statement }) => statement !== "" },
		plan: { due: "application", held: (issue) => currentBaseline(issue) !== null },
		measureTable: { due: "application", held: ({ measures }) => has(measures) },
		evidence: {
			due: "application",
			held: ({ progress }) => (progress?.evidence ?? []).some(({ withdrawn }) => withdrawn === null),
		},
		enforcementPapers: {
			due: "application",
			held: (issue) =>
				!issue.measures.some((measure) => isLive(measure) && measure.type === "enforcement") ||
				shows(issue, ["decision", "execution"]),
		},
		selfCheckReport: { due: "application", held: (issue) => closeOutOf(issue).selfCheck !== null },
		application: { due: "closeOut", held: (issue) => closeOutOf(issue).application !== null },
		siteCheckRecord: { due: "closeOut", held: (issue) => has(closeOutOf(issue).siteChecks) },
		expertOpinion: {
			due: "closeOut",
			held: (issue) => has(closeOutOf(issue).expertOpinions) || has(closeOutOf(issue).discussions),
		},
		acceptanceOpinion: { due: "closeOut", held: (issue) => has(closeOutOf(issue).acceptances) },
		publicNotice: { due: "closeOut", held: (issue) => noticeStood(closeOutOf(issue)) },
		satisfaction: {
			due: "closeOut",
			held: (issue) =>
				shows(issue, ["satisfaction"]) ||
				closeOutOf(issue).gates.some(({ gate }) => gate === "publicSatisfied"),
		},
		similarScreening: { due: "closeOut", held: (issue) => closeOutOf(issue).screening !== null },
		longTermMechanism: { due: "closeOut", held: (issue) => has(closeOutOf(issue).mechanisms) },
		signatureSheet: { due: "closeOut", held: (issue) => has(closeOutOf(issue).signatures) },
		filing: { due: "closeOut", held: (issue) => has(closeOutOf(issue).filings) },
		extensionPapers: { due: "closeOut", held: () => true },
	};

/** The items that a rule set wants in the archive. Words that nobody has described are left out. */
export const dossierItemsOf = (rules: ResolvedRules): readonly DossierItem[] =>
	wantedItems(new RuleParams(rules, ["dossierItems"]).strings("dossierItems"));

/** Of a rule set's words those that name an item. */
export const wantedItems = (words: readonly string[]): readonly DossierItem[] =>
	words.filter((item): item is DossierItem => isLabelled(caseVocab.dossierItem, item));

/** Items of the application that the ledger does not hold (ACC-03). */
export const missingForApplication = (issue: Issue, items: readonly DossierItem[]): DossierItem[] =>
	items.filter((item) => ITEMS[item].due === "application" && !ITEMS[item].held(issue));

/** Every item that a rule set wants, and whether it is there. */
export const dossierOf = (
	issue: Issue,
	rules: ResolvedRules,
): readonly { readonly item: DossierItem; readonly held: boolean }[] =>
	dossierItemsOf(rules).map((item) => ({ item, held: ITEMS[item].held(issue) }));
