import type { GateKind } from "@zhenggai/domain/close-out";
import {
	type Actor,
	type EvidenceId,
	type IsoDate,
	NoticeId,
	ObjectionId,
	SiteCheckId,
} from "@zhenggai/domain/kernel";
import { type Exhibit, NoCalendar, type Story } from "./story.ts";
import { reach } from "./working.ts";

/** A measure's step is said to be reached, verified by the office, and with it the measure done. */
async function settle(story: Story, at: number, doneOn: IsoDate, evidenceIds: EvidenceId[]): Promise<void> {
	const { office, clerk } = story.cast;
	const step = await reach(story, at, doneOn, evidenceIds);
	await story.does(office, { type: "verifyMilestone", ...step, verdict: "verified", reason: null });
	const { measureId } = step;
	await story.does(clerk, { type: "completeMeasure", measureId, evidenceIds });
}

/** What shows the work, each on a day of its own; with the last that shows a measure, it is done. */
export async function finish(
	story: Story,
	days: readonly number[],
	exhibits: readonly Exhibit[],
): Promise<readonly EvidenceId[]> {
	const shown: { id: EvidenceId; measure: number }[] = [];
	for (const [at, exhibit] of exhibits.entries()) {
		const on = story.on(days[at] ?? 0);
		const { measure } = exhibit;
		shown.push({ id: await story.shows(story.cast.clerk, exhibit), measure });
		if (exhibits.slice(at + 1).some((later) => later.measure === measure)) continue;
		const own = shown.filter((one) => one.measure === measure);
		await settle(
			story,
			measure,
			on,
			own.map(({ id }) => id),
		);
	}
	return shown.map(({ id }) => id);
}

/** The unit says that it is done and applies; whoever accepts looks on the spot. */
export async function apply(
	story: Story,
	days: { readonly selfCheck: number; readonly check: number },
	told: { readonly kind: "works" | "nonWorks"; readonly report: string; readonly record: string },
	evidenceIds: readonly EvidenceId[],
): Promise<void> {
	const { cast, does } = story;
	const self = story.on(days.selfCheck);
	const ids = [...evidenceIds];
	await does(cast.chief, { type: "selfCheck", on: self, report: told.report, evidenceIds: ids });
	await does(cast.chief, { type: "applyAcceptance", kind: told.kind, dossier: [] });
	const on = story.on(days.check);
	const checkers = [
		{ name: "温其玉", unitId: null },
		{ name: "石砚", unitId: null },
	];
	const check = {
		...{ id: SiteCheckId.parse(story.newId()), on, siteIds: [], finding: "done" as const },
		...{ checkers, record: told.record, evidenceIds: [] },
	};
	await does(cast.office, { type: "recordSiteCheck", check });
}

/** One of the four gates, each by somebody else. */
export const gate = (story: Story, who: Actor, of: GateKind, reason: string, evidence: EvidenceId) =>
	story.does(who, { type: "decideGate", gate: of, verdict: "yes", reason, evidenceIds: [evidence] });

const CRITERIA = [
	"measuresDone",
	"violationsHandled",
	"meetsNorms",
	"similarFixed",
	"sourceTreated",
] as const;

/** The city accepts what is no works: discussed, with the supervising unit's opinion, through all four gates. */
export async function accept(story: Story, days: number, evidence: EvidenceId): Promise<void> {
	const { cast, does } = story;
	const on = story.on(days);
	const discussion = {
		...{ body: "青屏市生态环境保护督察整改工作领导小组", on, present: ["傅怀民", "陆青禾", "温其玉"] },
		...{ conclusion: "各项措施落实，同意验收。", agreed: true },
	};
	await does(cast.office, { type: "recordDiscussion", discussion });
	await does(cast.supervisor, { type: "giveOpinion", text: "督导期间未发现反弹，同意验收。", agrees: true });
	await does(cast.office, {
		...{ type: "decideAcceptance", tier: "city", verdict: "pass", criteriaSet: "ah5" },
		criteria: CRITERIA.map((criterion) => ({
			...{ criterion, answer: "yes" as const, evidenceIds: [evidence], note: null },
		})),
		...{ standard: null, opinion: "符合验收条件，同意通过。", supplements: [], supplementsDueOn: null },
	});
	await gate(story, cast.office, "foundOut", "问题成因和责任已查清", evidence);
	await gate(story, cast.province, "putRight", "措施逐项落实，抽查属实", evidence);
	await gate(story, cast.group, "answeredFor", "责任单位已按规定处理", evidence);
	await gate(story, cast.acceptor, "publicSatisfied", "回访周边群众，普遍满意", evidence);
}

/** What stays, what was found elsewhere, and the notice to the public. */
export async function notice(
	story: Story,
	days: { readonly lasting: number; readonly start: number },
	told: {
		readonly document: string;
		readonly screened: string;
		readonly found: number;
		readonly completion: string;
	},
	evidence: EvidenceId,
): Promise<void> {
	const { cast, does } = story;
	const on = story.on(days.lasting);
	const issuer = "青屏市人民政府办公室";
	const mechanism = { document: told.document, issuer, on, inForce: true, evidenceIds: [evidence] };
	await does(cast.clerk, { type: "recordMechanism", mechanism });
	const { found } = told;
	const result = { screened: 48, found, opened: found, summary: told.screened, evidenceIds: [] };
	await does(cast.clerk, { type: "recordScreening", result });
	const start = story.on(days.start);
	await does(cast.office, {
		...{ type: "startNotice", noticeId: NoticeId.parse(story.newId()), start },
		...{ channel: "青屏市人民政府网站", contact: "青屏市整改办 0000-6810000", completion: told.completion },
	});
}

/** Somebody objects to the notice; nobody has answered yet. */
export async function object(story: Story, days: number, from: string, text: string): Promise<void> {
	const on = story.on(days);
	const objectionId = ObjectionId.parse(story.newId());
	await story.does(story.cast.office, { type: "registerObjection", objectionId, from, text, on });
}

/** The notice ends, everybody signs in order, it is filed with the province, which closes it. */
export async function close(
	story: Story,
	days: { readonly end: number; readonly closed: number },
	documentNumber: string,
): Promise<void> {
	const { cast, does } = story;
	const today = story.on(days.end);
	const last = story.issue.closeOut?.notices.at(-1)?.end ?? today;
	// Holidays can make ten working days longer than any that this was written for: it rests in its notice then.
	if (today <= last) throw new NoCalendar("endNotice");
	await does(cast.office, { type: "endNotice" });
	const sign = (who: Actor, signer: string, name: string) =>
		does(who, { type: "signCloseOut", signer, name, opinion: "同意销号" });
	await sign(cast.chief, "leadUnitPrincipal", "温其玉");
	await sign(cast.acceptor, "acceptanceUnit", "杜若衡");
	await sign(cast.group, "countyPrincipals", "傅怀民");
	await sign(cast.office, "rectificationOffice", "陆青禾");
	await does(cast.office, { type: "fileCloseOut", documentNumber, on: today });
	const on = story.on(days.closed);
	await does(cast.province, { type: "receiveFiling", verdict: "accepted", reason: null });
	await does(cast.office, { type: "publishResult", on, channel: "青屏市人民政府网站" });
}
