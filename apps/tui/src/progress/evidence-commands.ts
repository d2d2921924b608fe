import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import {
	type CommandOutcome,
	downloadEvidence,
	type Inputs,
	type IssueDetail,
	type UploadedFile,
	uploadEvidence,
	type ZhenggaiClient,
} from "@zhenggai/client";
import { AttachEvidence } from "@zhenggai/domain/progress";
import { caseVocab, formatDate, formatInstant, label } from "@zhenggai/domain/vocabulary";
import { newId } from "../app/uuid.ts";
import { bodyProblem } from "../command-line/body.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { jsonText, writeListing } from "../command-line/output.ts";
import { refusedError } from "../command-line/refused.ts";
import { saveDownload } from "../command-line/save-file.ts";
import { optionNamed, required, usageError } from "../command-line/values.ts";
import { findIssue } from "../issues/index.ts";
import { say, speak } from "../say.ts";

type Evidence = IssueDetail["progress"]["evidence"][number];
type Attaching = Inputs["issues"]["attachEvidence"]["command"]["evidence"];

/** How often attaching is tried again after somebody else changed the issue: the file is kept in any case. */
const TRIES = 5;

const noFile = (path: string) =>
	new CommandError(
		EXIT.notFound,
		say(`没有文件 ${path}，或无法读取`, `There is no file ${path}, or it cannot be read`),
	);

/** A file on the disk, read as it is sent. Node throws at once for one that is not there. */
async function opened(path: string): Promise<Blob> {
	try {
		return await openAsBlob(path);
	} catch {
		throw noFile(path);
	}
}

/** The one of a list that an option names by its id, its number or its place in the list. */
function named<T extends { readonly id: string }>(
	name: string,
	items: readonly T[],
	numberOf: (item: T) => string | null,
	text: string | undefined,
): string | null {
	if (text === undefined) return null;
	const found =
		items.find((item) => item.id === text) ??
		items.find((item) => numberOf(item) === text) ??
		(/^\d+$/.test(text) ? items[Number(text) - 1] : undefined);
	if (found !== undefined) return found.id;
	throw usageError(`--${name}`, say(`没有“${text}”`, `there is no "${text}"`));
}

/** Yes or no of `--meets`; null where it was not given. */
function meetsOption({ options }: CommandContext): boolean | null {
	const text = options.value("meets")?.toLowerCase();
	if (text === undefined) return null;
	if (["yes", "true", "是", "达标"].includes(text)) return true;
	if (["no", "false", "否", "不达标"].includes(text)) return false;
	throw usageError("--meets", say("应为 是 或 否", "must be yes or no"));
}

/** What the file is evidence of, as the options say. */
function particulars(
	context: CommandContext,
	detail: IssueDetail,
): Omit<Attaching, "id" | "name" | "sha256"> {
	const { options } = context;
	const goals = detail.plan.goals;
	const given = AttachEvidence.shape.evidence.omit({ id: true, name: true, sha256: true }).safeParse({
		kind: required("kind", optionNamed(context, "kind", caseVocab.evidenceKind)),
		measureId: named("measure", detail.measures, ({ number }) => number, options.value("measure")),
		siteId: named("site", detail.sites, ({ name }) => name, options.value("site")),
		goalId: named("goal", goals, () => null, options.value("goal")),
		effectiveOn: options.value("effective") ?? null,
		laboratory: options.value("laboratory") ?? null,
		meetsStandard: meetsOption(context),
		note: options.value("note") ?? null,
	});
	if (!given.success) throw bodyProblem(given.error.issues);
	return given.data;
}

/** Attaches a file that is kept already. A conflict only means that the version has to be asked for again. */
async function attach(
	client: ZhenggaiClient,
	issueId: string,
	evidence: Attaching,
	justification: string | undefined,
): Promise<CommandOutcome> {
	const idempotencyKey = randomUUID();
	for (let left = TRIES; ; left--) {
		const { row } = await client.issues.get.query({ issueId });
		const outcome = await client.issues.attachEvidence.mutate({
			issueId,
			command: { type: "attachEvidence", evidence },
			envelope: {
				...{ expectedVersion: row.version, idempotencyKey },
				...(justification === undefined ? {} : { justification }),
			},
		});
		if (outcome.ok || outcome.conflict === null || outcome.conflict === undefined || left === 1)
			return outcome;
	}
}

/** `evidence upload`: keeps files for an issue and attaches them as evidence, one after the other. */
export const upload: Runner = async (context) => {
	const { client, files } = await context.connect();
	const [wanted = "", ...paths] = context.arguments;
	const issueId = await findIssue(client, wanted);
	const about = particulars(context, await client.issues.get.query({ issueId }));
	const items: (UploadedFile & { id: string; name: string })[] = [];
	for (const path of paths) {
		const file = await opened(path);
		const kept = await uploadEvidence(files, { issueId, file });
		const [id, name] = [newId(Date.now()), basename(path)];
		const given = AttachEvidence.shape.evidence.safeParse({ ...about, id, name, sha256: kept.sha256 });
		if (!given.success) throw bodyProblem(given.error.issues);
		const outcome = await attach(client, issueId, given.data, context.options.value("because"));
		if (!outcome.ok) throw refusedError(outcome.refusals);
		items.push({ id, name, ...kept });
		if (!context.options.flag("json")) context.out(`${id}\t${kept.sha256}\t${name}\n`);
		context.talk(say(`已上传并附为佐证：${name}`, `Kept and attached: ${name}`));
	}
	if (context.options.flag("json")) context.out(jsonText({ issueId, items }, context.environment.columns));
	return EXIT.done;
};

/** `evidence list`: the evidence of an issue, also what was withdrawn. */
export const list: Runner = async (context) => {
	const { client } = await context.connect();
	const { language } = context;
	const issueId = await findIssue(client, context.arguments[0] ?? "");
	const { measures, progress } = await client.issues.get.query({ issueId });
	const headings = [
		say("标识", "Id"),
		say("类型", "Kind"),
		say("文件名", "Name"),
		say("字节", "Bytes"),
		say("措施", "Measure"),
		say("所证日期", "Effective"),
		say("上传", "Uploaded"),
		say("上传人", "By"),
		say("撤回", "Withdrawn"),
	];
	const rowOf = (evidence: Evidence): string[] => [
		evidence.id,
		label(caseVocab.evidenceKind, evidence.kind, language),
		evidence.name,
		String(evidence.bytes),
		measures.find(({ id }) => id === evidence.measureId)?.number ?? "",
		evidence.effectiveOn === null ? "" : formatDate(evidence.effectiveOn, language),
		formatInstant(evidence.at, language),
		evidence.by.name,
		evidence.withdrawn?.reason ?? "",
	];
	await writeListing(
		context,
		headings.map((heading) => ({
			heading: speak(heading, language),
			flexible: heading.en === "Name" || heading.en === "Withdrawn",
			...(heading.en === "Bytes" ? { align: "right" as const } : {}),
		})),
		progress.evidence.map(rowOf),
		{ issueId, items: progress.evidence },
	);
	return EXIT.done;
};

/** The pieces that are meant: those named by id or file name, all standing ones where none is. */
function meant(evidence: readonly Evidence[], wanted: readonly string[]): Evidence[] {
	if (wanted.length === 0) return evidence.filter(({ withdrawn }) => withdrawn === null);
	return wanted.map((text) => {
		const found = evidence.find(({ id }) => id === text) ?? evidence.find(({ name }) => name === text);
		if (found !== undefined) return found;
		throw new CommandError(EXIT.notFound, say(`没有佐证“${text}”`, `There is no evidence "${text}"`));
	});
}

/** `evidence download`: the files of an issue's evidence, each compared with its hash. */
export const download: Runner = async (context) => {
	const { client, files } = await context.connect();
	const [issue = "", ...wanted] = context.arguments;
	const issueId = await findIssue(client, issue);
	const { progress } = await client.issues.get.query({ issueId });
	const force = context.options.flag("force");
	for (const { id } of meant(progress.evidence, wanted)) {
		const file = await downloadEvidence(files, { issueId, evidenceId: id });
		const { path } = await saveDownload(file, context.options.value("output"), force);
		context.talk(say(`已下载 ${path}，哈希相符`, `Fetched ${path}; it is what its hash says`));
	}
	return EXIT.done;
};
