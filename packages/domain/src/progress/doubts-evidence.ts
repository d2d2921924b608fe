import type { Issue } from "../issues/index.ts";
import { dayNumber, type IsoDate, isWithin, lastDayNumber, say, shanghaiDate } from "../kernel/index.ts";
import type { Measure } from "../plans/index.ts";
import { type ResolvedRules, RuleParams } from "../rules/index.ts";
import { formatDate, formatNumber } from "../vocabulary/index.ts";
import { completionOf, evidenceOfMeasure, progressOf, standingEvidence } from "./content.ts";
import { metresBetween, type Position } from "./distance.ts";
import { type DoubtDraft, distinct } from "./doubt-draft.ts";
import { isWholeReport } from "./goals.ts";
import { isPair, requiredEvidence } from "./required-evidence.ts";
import type { Evidence, EvidenceUse } from "./schema.ts";

/** EV-03: the same bytes show something else as well. */
export function usedElsewhere(issue: Issue, held: Evidence, uses: readonly EvidenceUse[]): DoubtDraft[] {
	const here = standingEvidence(issue).filter(
		(other) =>
			other.id !== held.id &&
			other.sha256 === held.sha256 &&
			other.siteId !== null &&
			held.siteId !== null &&
			other.siteId !== held.siteId,
	);
	const elsewhere = uses.filter((use) => use.sha256 === held.sha256 && use.issueId !== issue.id);
	if (here.length + elsewhere.length === 0) return [];
	// Other regions' numbers are theirs: only that it is so is said.
	const numbers = elsewhere.filter(({ region }) => isWithin(region, issue.region));
	const named = [...new Set(numbers.map(({ issueNumber }) => issueNumber))].slice(0, 3);
	const zh = [
		...(here.length > 0 ? ["本问题的另一点位"] : []),
		...named.map((number) => formatNumber(number, "zh-CN")),
		...(elsewhere.length > numbers.length ? ["其他地区的问题"] : []),
	];
	const en = [
		...(here.length > 0 ? ["another site of this issue"] : []),
		...named.map((number) => formatNumber(number, "en")),
		...(elsewhere.length > numbers.length ? ["an issue of another region"] : []),
	];
	return [
		{
			rule: "EV-03",
			about: `EV-03:${held.id}`,
			evidenceId: held.id,
			message: say(
				`“${held.name}”与${zh.join("、")}的佐证是同一个文件`,
				`“${held.name}” is the same file as the evidence of ${en.join(", ")}`,
			),
			against: [held.by],
		},
	];
}

const PHOTOS: readonly Evidence["kind"][] = ["photoBefore", "photoAfter"];

/** EV-04: a photo of "after" that was taken before the feedback, or one that was taken far from its site. */
export function misplacedPhoto(
	issue: Issue,
	held: Evidence,
	feedbackOn: IsoDate | null,
	rules: ResolvedRules,
): DoubtDraft[] {
	const drafts: DoubtDraft[] = [];
	const { id, name, takenAt } = held;
	// A photo that does not say when it was taken is of the day that its uploader says.
	const taken = takenAt === null ? held.effectiveOn : shanghaiDate(takenAt);
	if (held.kind === "photoAfter" && taken !== null && feedbackOn !== null && taken < feedbackOn) {
		drafts.push({
			rule: "EV-04",
			about: `EV-04:time:${id}`,
			evidenceId: id,
			message: say(
				`整改后照片“${name}”拍摄于${formatDate(taken, "zh-CN")}，早于反馈日期${formatDate(feedbackOn, "zh-CN")}`,
				`The photo of after “${name}” was taken on ${formatDate(taken, "en")}, before the feedback of ${formatDate(feedbackOn, "en")}`,
			),
			against: [held.by],
		});
	}
	const far = PHOTOS.includes(held.kind) ? farFromSite(issue, held, rules) : null;
	return far === null ? drafts : [...drafts, far];
}

/**
 * The site that a photo was taken at, by its own word; of one that names none the nearest, where all of them are known:
 * leaving the site out hides nothing.
 */
function siteOf(
	{ sites }: Issue,
	held: Evidence,
	position: Position,
): { name: string; metres: number } | null {
	const meant = held.siteId === null ? sites : sites.filter(({ id }) => id === held.siteId);
	const known = meant.flatMap(({ name, position: at }) =>
		at === null ? [] : [{ name, metres: Math.round(metresBetween(position, at)) }],
	);
	if (known.length < meant.length) return null;
	return known.toSorted((a, b) => a.metres - b.metres)[0] ?? null;
}

function farFromSite(issue: Issue, held: Evidence, rules: ResolvedRules): DoubtDraft | null {
	const { id, name, position, by } = held;
	const site = position === null ? null : siteOf(issue, held, position);
	const most = new RuleParams(rules, ["siteRadiusM"]).number("siteRadiusM");
	if (site === null || site.metres <= most) return null;
	return {
		rule: "EV-04",
		about: `EV-04:place:${id}`,
		evidenceId: id,
		message: say(
			`照片“${name}”的拍摄位置距点位“${site.name}”${site.metres}米，超过${most}米`,
			`The photo “${name}” was taken ${site.metres} m from the site “${site.name}”: more than ${most} m`,
		),
		against: [by],
	};
}

/** EV-07: a monitoring report without what makes it one. */
export function incompleteMonitoring(held: Evidence): DoubtDraft[] {
	if (held.kind !== "monitoring" || isWholeReport(held)) return [];
	const missing = [
		...(held.laboratory === null ? [say("监测机构", "the laboratory")] : []),
		...(held.effectiveOn === null ? [say("监测日期", "the day of the measurement")] : []),
		...(held.meetsStandard === null ? [say("达标结论", "the result against the standard")] : []),
	];
	return [
		{
			rule: "EV-07",
			about: `EV-07:${held.id}`,
			evidenceId: held.id,
			message: say(
				`监测报告“${held.name}”缺少${missing.map(({ zh }) => zh).join("、")}`,
				`The monitoring report “${held.name}” lacks ${missing.map(({ en }) => en).join(", ")}`,
			),
			against: [held.by],
		},
	];
}

const HOUR_MS = 3_600_000;
const SHANGHAI_HOURS = 8;

/** EV-08: most of the dossier came within a few hours of the deadline. */
export function bulkUpload(issue: Issue, held: Evidence, rules: ResolvedRules): DoubtDraft[] {
	const due = issue.deadline === null ? null : lastDayNumber(issue.deadline.point);
	if (due === null) return [];
	const params = new RuleParams(rules, ["bulkUploadShare", "bulkUploadHours", "bulkUploadMin"]);
	const hours = params.number("bulkUploadHours");
	// The deadline's day ends at 24:00 in Asia/Shanghai.
	const end = ((due + 1) * 24 - SHANGHAI_HOURS) * HOUR_MS;
	const isLate = ({ at }: Evidence) => Math.abs(Date.parse(at) - end) <= hours * HOUR_MS;
	if (!isLate(held)) return [];
	const all = standingEvidence(issue);
	const late = all.filter(isLate);
	const share = late.length / all.length;
	if (late.length < params.number("bulkUploadMin") || share <= params.number("bulkUploadShare")) return [];
	return [
		{
			rule: "EV-08",
			about: `EV-08:${due}`,
			evidenceId: null,
			message: say(
				`${all.length}份佐证中有${late.length}份在到期前后${hours}小时内集中上传`,
				`${late.length} of ${all.length} pieces of evidence came within ${hours} hours of the deadline`,
			),
			against: distinct(late.map(({ by }) => by)),
		},
	];
}

const needsPair = (rules: ResolvedRules, { type }: Measure): boolean =>
	type !== null && requiredEvidence(rules, type).includes("photoPair");

const noPair = (about: string, name: string, against: DoubtDraft["against"]): DoubtDraft => ({
	rule: "EV-06",
	about,
	evidenceId: null,
	message: say(`“${name}”没有整改前后的对比照片`, `“${name}” has no pair of photos from before and after`),
	against,
});

const beginning = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/** EV-06 and EV-07 of a measure that is said to be carried out. */
export function afterMeasure(issue: Issue, measureId: Measure["id"], rules: ResolvedRules): DoubtDraft[] {
	const measure = issue.measures.find(({ id }) => id === measureId);
	const completion = completionOf(progressOf(issue), measureId);
	if (measure === undefined || completion === undefined) return [];
	const own = evidenceOfMeasure(issue, measureId);
	// Photos are often filed by site and not by measure: those count for every measure.
	const shared = standingEvidence(issue).filter((held) => held.measureId === null);
	const pairMissing = needsPair(rules, measure) && !isPair([...own, ...shared]);
	return [
		...(pairMissing
			? [noPair(`EV-06:${measureId}:${completion.at}`, beginning(measure.text), [completion.by])]
			: []),
		...staleMonitoring(issue, measure, own),
	];
}

/** EV-07: measured before the last step was done, a figure says nothing of the result. */
function staleMonitoring(issue: Issue, measure: Measure, own: readonly Evidence[]): DoubtDraft[] {
	const days = progressOf(issue)
		.attainments.filter(
			({ measureId, verified }) => measureId === measure.id && verified?.verdict !== "rejected",
		)
		.map(({ doneOn }) => doneOn);
	const finished = days.toSorted().at(-1);
	const reports = own.filter(({ kind, effectiveOn }) => kind === "monitoring" && effectiveOn !== null);
	const stale =
		finished !== undefined && reports.length > 0
			? reports.every(
					({ effectiveOn }) => effectiveOn !== null && dayNumber(effectiveOn) < dayNumber(finished),
				)
			: false;
	if (!stale || finished === undefined) return [];
	return [
		{
			rule: "EV-07",
			about: `EV-07:stale:${measure.id}:${finished}`,
			evidenceId: reports[0]?.id ?? null,
			message: say(
				`“${beginning(measure.text)}”的监测均早于最后节点完成日${formatDate(finished, "zh-CN")}`,
				`All monitoring of “${beginning(measure.text)}” is from before its last step was done on ${formatDate(finished, "en")}`,
			),
			against: distinct(reports.map(({ by }) => by)),
		},
	];
}

/** EV-06 of a site that is said to be put right, where the issue has physical works. */
export function afterSite(
	issue: Issue,
	siteId: Issue["sites"][number]["id"],
	event: { readonly evidenceIds: readonly string[]; readonly by: Evidence["by"]; readonly at: string },
	rules: ResolvedRules,
): DoubtDraft[] {
	const site = issue.sites.find(({ id }) => id === siteId);
	if (site === undefined || !issue.measures.some((measure) => needsPair(rules, measure))) return [];
	const own = standingEvidence(issue).filter(
		(held) => held.siteId === siteId || event.evidenceIds.includes(held.id),
	);
	return isPair(own) ? [] : [noPair(`EV-06:${siteId}:${event.at}`, site.name, [event.by])];
}
