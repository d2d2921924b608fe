import {
	bestWording,
	type NoticeCandidate,
	type NoticeImportChoices,
	type NoticeImportPreview,
	type NoticePreviewItem,
} from "@zhenggai/domain/close-out";
import { beginningOf, issueNumber } from "@zhenggai/domain/issues";
import type { Actor, ImportId, RegionCode } from "@zhenggai/domain/kernel";
import { type Reader, readerOf, withTransaction } from "@zhenggai/storage";
import { saveChoices } from "@zhenggai/storage/imports";
import { findRegions } from "@zhenggai/storage/responsibilities";
import { ServiceError } from "../errors.ts";
import { draftFor } from "../importing/find-draft.ts";
import { alreadyEnded } from "../importing/findings.ts";
import { stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { type NoticePlan, type PlannedNotice, planNoticeImport } from "./notice-plan.ts";

type Naming = (region: RegionCode) => string;

const candidatesOf = ({ candidates, content }: PlannedNotice, regionName: Naming): NoticeCandidate[] =>
	candidates.map(({ issue, issueId, by, score }) => ({
		issueId,
		number: issueNumber(issue),
		tier: issue.tier,
		region: issue.region,
		regionName: regionName(issue.region),
		lifecycle: issue.lifecycle,
		statement: bestWording(content.statement, issue).text,
		by,
		score,
	}));

const itemOf = (planned: PlannedNotice, regionName: Naming): NoticePreviewItem => {
	const { content, proposed, ledger, complaints } = planned;
	const { kind, number, statement, receiptNumbers, publicity, publicityLength, completion } = content;
	return {
		key: planned.key,
		kind: planned.kind,
		issueId: ledger?.id ?? null,
		match: planned.match,
		candidates: candidatesOf(planned, regionName),
		complaints: complaints.map((one) => ({
			...one,
			summary: one.summary === null ? null : beginningOf(one.summary),
		})),
		notice: {
			kind,
			number,
			statement,
			receiptNumbers,
			publicity,
			publicityLength,
			completion: completion === null ? null : beginningOf(completion),
			lines: proposed.lines,
		},
		differences: [...planned.differences],
		findings: [...planned.findings],
		chosen: planned.chosen,
	};
};

async function namesOf(reader: Reader, { items }: NoticePlan): Promise<Naming> {
	const codes = new Set(items.flatMap(({ candidates }) => candidates.map(({ issue }) => issue.region)));
	const regions = await findRegions(reader, [...codes]);
	const names = new Map(regions.map(({ code, name }) => [code, name]));
	return (code) => names.get(code) ?? code;
}

function previewOf(importId: ImportId, { items, blocking }: NoticePlan, name: Naming): NoticeImportPreview {
	const count = (kind: PlannedNotice["kind"]) => items.filter((item) => item.kind === kind).length;
	return {
		importId,
		items: items.map((item) => itemOf(item, name)),
		summary: {
			new: count("new"),
			changed: count("changed"),
			same: count("same"),
			refused: count("refused"),
		},
		blocking: [...blocking],
	};
}

/** Keeps the choices with the draft and works out to which issues its notices would go. Nothing reaches the ledger. */
export const previewNoticeImport =
	(context: ServiceContext) =>
	async (actor: Actor, importId: ImportId, choices: NoticeImportChoices): Promise<NoticeImportPreview> => {
		const { draft } = await draftFor(context.database, actor, importId);
		const kept = await withTransaction(context.database, (tx) =>
			saveChoices(tx, importId, { ...draft.choices, notices: choices }),
		);
		if (!kept) {
			const state = draft.state === "draft" ? "applied" : draft.state;
			throw new ServiceError("CONFLICT", alreadyEnded(state).message);
		}
		const { now, today } = momentOf(context);
		const asking = { actor, stamp: stampOf(actor), now, importing: true };
		const reader = readerOf(context.database);
		const request = { asking, draft, choices, today, newId: context.newId, lock: "none" } as const;
		const plan = await planNoticeImport(reader, request);
		return previewOf(importId, plan, await namesOf(reader, plan));
	};
