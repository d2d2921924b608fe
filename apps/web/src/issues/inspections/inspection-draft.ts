import type { Inspection } from "@zhenggai/domain/issues";
import type { InspectionCommandInput } from "../../types.ts";

type Registered = Extract<InspectionCommandInput, { type: "registerInspection" }>["inspection"];

/** An inspection while it is being typed. */
export type InspectionDraft = {
	kind: Inspection["kind"] | "";
	name: string;
	round: string;
	batch: string;
	team: string;
	region: string;
	enteredOn: string;
	leftOn: string;
	feedbackDate: string;
	feedbackTitle: string;
	feedbackNumber: string;
	ruleSet: string;
};

/** A new inspection of a region; the feedback's title is offered where a document has one. */
export const emptyInspection = (region: string, title = ""): InspectionDraft => ({
	kind: "",
	name: "",
	round: "",
	batch: "",
	team: "",
	region,
	enteredOn: "",
	leftOn: "",
	feedbackDate: "",
	feedbackTitle: title,
	feedbackNumber: "",
	ruleSet: "",
});

/** The draft that shows an inspection. */
export const inspectionDraft = (inspection: Inspection): InspectionDraft => ({
	kind: inspection.kind,
	name: inspection.name,
	round: inspection.round === null ? "" : String(inspection.round),
	batch: inspection.batch === null ? "" : String(inspection.batch),
	team: inspection.team ?? "",
	region: inspection.region,
	enteredOn: inspection.enteredOn ?? "",
	leftOn: inspection.leftOn ?? "",
	feedbackDate: inspection.feedback?.feedbackDate ?? "",
	feedbackTitle: inspection.feedback?.title ?? "",
	feedbackNumber: inspection.feedback?.documentNumber ?? "",
	ruleSet: inspection.ruleSet ?? "",
});

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
const numberOrNull = (text: string): number | null => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : null);

/** The inspection of a draft, null while something it needs is missing. */
export function inspectionOf(draft: InspectionDraft): Registered | null {
	if (draft.kind === "" || draft.name.trim() === "" || draft.region === "") return null;
	const feedback =
		draft.feedbackDate === ""
			? null
			: {
					feedbackDate: draft.feedbackDate,
					title: orNull(draft.feedbackTitle) ?? draft.name.trim(),
					documentNumber: orNull(draft.feedbackNumber),
				};
	return {
		kind: draft.kind,
		name: draft.name.trim(),
		round: numberOrNull(draft.round),
		batch: numberOrNull(draft.batch),
		team: orNull(draft.team),
		region: draft.region,
		enteredOn: orNull(draft.enteredOn),
		leftOn: orNull(draft.leftOn),
		feedback,
		ruleSet: orNull(draft.ruleSet),
	};
}
