import type { HistoryLookup } from "../issues/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import { caseVocab, formatDate } from "../vocabulary/index.ts";
import type { ProgressEvent } from "./events.ts";

const MOST = 40;
const cut = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);

const measureName = (id: string, { issue }: HistoryLookup): string => {
	const measure = issue.measures.find((held) => held.id === id);
	return measure === undefined ? "" : cut(`${measure.number ?? ""}${measure.text}`);
};

/** A milestone by its wording: the plan may have changed since. */
function stepName(measureId: string, key: string, { issue }: HistoryLookup): string {
	const measure = issue.measures.find((held) => held.id === measureId);
	const step = measure?.milestones.find(({ id, due, text }) => (id ?? `${due}|${text}`) === key);
	return cut(step?.text ?? key.split("|").at(-1) ?? "");
}

const goalName = (id: string, { issue }: HistoryLookup): { name: string; unit: string } => {
	const goal = issue.plan?.goals.find((held) => held.id === id);
	if (goal === undefined) return { name: "", unit: "" };
	return goal.kind === "metric"
		? { name: goal.indicator, unit: goal.unit }
		: { name: cut(goal.name), unit: "" };
};

const withReason = (zh: string, en: string, reason: string | null): Bilingual =>
	reason === null || reason === "" ? say(zh, en) : say(`${zh}：${reason}`, `${en}: ${reason}`);

/** One sentence on what an event changed. */
export function describeProgress(event: ProgressEvent, lookup: HistoryLookup): Bilingual {
	const { issue } = lookup;
	switch (event.type) {
		case "workLogged": {
			const { kind, on, text } = event.work;
			const visit = kind === "visit";
			return say(
				`${formatDate(on, "zh-CN")}${visit ? "督导走访" : "工作"}：${cut(text)}`,
				`${visit ? "Visit" : "Work"} of ${formatDate(on, "en")}: ${cut(text)}`,
			);
		}
		case "reportingCycleOpened": {
			const { key, dueOn } = event.cycle;
			return say(
				`发起${key}期调度，${formatDate(dueOn, "zh-CN")}前填报`,
				`Reporting cycle ${key} opened, due on ${formatDate(dueOn, "en")}`,
			);
		}
		case "progressReported": {
			const { cycle, content } = event.report;
			const forecast = caseVocab.forecast[content.forecast];
			return say(
				`填报${cycle === null ? "" : `${cycle}期`}进展，预期${forecast.zh}：${cut(content.progress)}`,
				`Progress${cycle === null ? "" : ` of ${cycle}`} reported, forecast ${forecast.en}: ${cut(content.progress)}`,
			);
		}
		case "reportReturned": {
			const report = issue.progress?.reports.find(({ id }) => id === event.reportId);
			const cycle = report?.cycle ?? null;
			return withReason(
				`退回${cycle === null ? "" : `${cycle}期`}填报`,
				`Entry${cycle === null ? "" : ` of ${cycle}`} returned`,
				event.reason,
			);
		}
		case "forecastSet": {
			const forecast = caseVocab.forecast[event.forecast];
			return withReason(`研判${forecast.zh}`, `Forecast ${forecast.en}`, event.reason);
		}
		case "evidenceAttached": {
			const { kind, name } = event.evidence;
			const label = caseVocab.evidenceKind[kind];
			return say(`上传${label.zh}“${name}”`, `${label.en} “${name}” attached`);
		}
		case "evidenceWithdrawn": {
			const name = issue.progress?.evidence.find(({ id }) => id === event.evidenceId)?.name ?? "";
			return withReason(`撤下佐证“${name}”`, `Evidence “${name}” withdrawn`, event.reason);
		}
		case "milestoneCompleted": {
			const { measureId, key, doneOn } = event.attainment;
			const name = stepName(measureId, key, lookup);
			return say(
				`报告节点“${name}”于${formatDate(doneOn, "zh-CN")}完成`,
				`Milestone “${name}” said to be reached on ${formatDate(doneOn, "en")}`,
			);
		}
		case "milestoneVerified": {
			const name = stepName(event.measureId, event.key, lookup);
			return event.verdict === "verified"
				? withReason(`节点“${name}”核实通过`, `Milestone “${name}” verified`, event.reason)
				: withReason(`节点“${name}”核实未通过`, `Milestone “${name}” sent back`, event.reason);
		}
		default:
			return describeResult(event, lookup);
	}
}

type Result = Extract<
	ProgressEvent,
	{
		type:
			| "measureCompleted"
			| "measureVerified"
			| "measureRejected"
			| "measureWaived"
			| "readingRecorded"
			| "deliveryRecorded"
			| "siteSelfChecked"
			| "doubtRaised"
			| "doubtResolved";
	}
>;

function describeResult(event: Result, lookup: HistoryLookup): Bilingual {
	const { issue } = lookup;
	switch (event.type) {
		case "measureCompleted": {
			const name = measureName(event.measureId, lookup);
			return say(`报告措施“${name}”完成`, `Measure “${name}” said to be carried out`);
		}
		case "measureVerified": {
			const name = measureName(event.measureId, lookup);
			return withReason(`措施“${name}”核实通过`, `Measure “${name}” verified`, event.reason);
		}
		case "measureRejected": {
			const name = measureName(event.measureId, lookup);
			return withReason(`措施“${name}”核实未通过`, `Measure “${name}” sent back`, event.reason);
		}
		case "measureWaived": {
			const name = measureName(event.measureId, lookup);
			return withReason(`批准免除措施“${name}”`, `Measure “${name}” waived`, event.reason);
		}
		case "readingRecorded": {
			const { goalId, value, on } = event.reading;
			const { name, unit } = goalName(goalId, lookup);
			return say(
				`${formatDate(on, "zh-CN")}“${name}”为${value}${unit}`,
				`“${name}” was ${value} ${unit} on ${formatDate(on, "en")}`.replace("  ", " "),
			);
		}
		case "deliveryRecorded": {
			const { name } = goalName(event.delivery.goalId, lookup);
			return say(`成果“${name}”已形成`, `“${name}” is there`);
		}
		case "siteSelfChecked": {
			const name = issue.sites.find(({ id }) => id === event.siteId)?.name ?? "";
			return say(`点位“${name}”自查通过`, `Site “${name}” self-checked`);
		}
		case "doubtRaised": {
			const { rule, message } = event.doubt;
			const id = rule === null ? "" : `${rule} `;
			return say(`提出疑点：${id}${message.zh}`, `Doubt raised: ${id}${message.en}`);
		}
		case "doubtResolved": {
			const message = issue.progress?.doubts.find(({ id }) => id === event.doubtId)?.message;
			const cleared = event.outcome === "cleared";
			return withReason(
				`疑点${cleared ? "核销" : "属实"}${message === undefined ? "" : `（${cut(message.zh)}）`}`,
				`Doubt ${cleared ? "cleared" : "upheld"}${message === undefined ? "" : ` (${cut(message.en)})`}`,
				event.reason,
			);
		}
	}
}
