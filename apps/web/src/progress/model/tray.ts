import type { IssueDetail } from "@zhenggai/domain/issues";
import type { EvidenceKind } from "@zhenggai/domain/progress";
import type { CommandOf } from "../../types.ts";
import { dayOfMoment } from "./contradictions.ts";

/** A file that the server holds and that nobody has attached yet. It can be kept over a reload: its bytes are stored. */
export type TrayFile = {
	/** The id that it will have as evidence. */
	readonly id: string;
	readonly name: string;
	readonly sha256: string;
	readonly bytes: number;
	readonly mediaType: string;
	readonly takenAt: string | null;
	readonly position: readonly [number, number] | null;
	/** What it shows, where it is not what the batch says. */
	readonly kind: EvidenceKind | "";
};

/** What is said once of all files of a batch. */
export type Batch = {
	readonly kind: EvidenceKind | "";
	/** Empty: the day on which a photo was taken, else none. */
	readonly effectiveOn: string;
	/** `measure:<id>`, `site:<id>`, `goal:<id>`, or empty for the issue as a whole. */
	readonly target: string;
	readonly laboratory: string;
	readonly meetsStandard: "" | "yes" | "no";
	readonly note: string;
};

export type Tray = { readonly files: readonly TrayFile[]; readonly batch: Batch };

/** A tray with nothing in it, for files of one purpose. */
export const emptyTray = (kind: Batch["kind"] = "", target = ""): Tray => ({
	files: [],
	batch: { kind, effectiveOn: "", target, laboratory: "", meetsStandard: "", note: "" },
});

export type Attach = CommandOf<"attachEvidence">;

export const kindOf = (file: TrayFile, batch: Batch): EvidenceKind | "" =>
	file.kind === "" ? batch.kind : file.kind;

/** Whether every file says what it shows: only then can they be attached. */
export const isSorted = ({ files, batch }: Tray): boolean =>
	files.every((file) => kindOf(file, batch) !== "");

/** The day that a file speaks of: as typed, else the day on which the camera says that it was taken. */
export const effectiveOnOf = (file: TrayFile, batch: Batch): string | null => {
	if (batch.effectiveOn !== "") return batch.effectiveOn;
	return file.takenAt === null ? null : dayOfMoment(file.takenAt);
};

const targetIn = (target: string, kind: string): string | null =>
	target.startsWith(`${kind}:`) ? target.slice(kind.length + 1) : null;

const textOrNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** The commands that attach what is not evidence yet. Files that do not say what they show are left out. */
export function attachCommands(
	{ files, batch }: Tray,
	{ progress }: Pick<IssueDetail, "progress">,
	measureOf: (file: TrayFile) => string | null = () => null,
): readonly Attach[] {
	const attached = new Set<string>(progress.evidence.map(({ id }) => id));
	return files.flatMap((file): Attach[] => {
		const kind = kindOf(file, batch);
		if (kind === "" || attached.has(file.id)) return [];
		const monitoring = kind === "monitoring";
		const { target } = batch;
		return [
			{
				type: "attachEvidence",
				evidence: {
					...{ id: file.id, kind, name: file.name, sha256: file.sha256 },
					measureId: target === "" ? measureOf(file) : targetIn(target, "measure"),
					siteId: targetIn(target, "site"),
					goalId: targetIn(target, "goal"),
					effectiveOn: effectiveOnOf(file, batch),
					laboratory: monitoring ? textOrNull(batch.laboratory) : null,
					meetsStandard: monitoring && batch.meetsStandard !== "" ? batch.meetsStandard === "yes" : null,
					note: textOrNull(batch.note),
				},
			},
		];
	});
}

/** Where the same bytes are known already: a file of the tray before it, or evidence of the issue that stands. */
export function sameBytes(
	file: TrayFile,
	files: readonly TrayFile[],
	{ progress }: Pick<IssueDetail, "progress">,
): string | null {
	const before = files.slice(0, files.indexOf(file)).find(({ sha256 }) => sha256 === file.sha256);
	if (before !== undefined) return before.name;
	const held = progress.evidence.find(
		({ sha256, withdrawn, id }) => sha256 === file.sha256 && withdrawn === null && id !== file.id,
	);
	return held?.name ?? null;
}
