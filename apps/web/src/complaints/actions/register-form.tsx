import { useQuery } from "@tanstack/solid-query";
import { createEffect, createMemo, createSignal, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import { client, queries } from "../../api.ts";
import { dropDraft, keepDraft, keptDraft } from "../../drafts.ts";
import { t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { jsonCopy } from "../../json-copy.ts";
import { loaded } from "../../loaded.ts";
import { RegionPicker } from "../../responsibilities/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { ComplaintListFilter } from "../../types.ts";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { ComplaintForm } from "./complaint-form.tsx";
import { draftOf, type ElementDraft, malformed, readElementDraft, valuesOfDraft } from "./element-draft.ts";
import { ElementFields } from "./element-fields.tsx";

const KEY = "complaint.register";

type Frame = { inspectionId: string; listRegion: string; cited: string; document: string };

function readFrame(value: unknown): Frame | null {
	if (typeof value !== "object" || value === null) return null;
	const text = (name: keyof Frame): string => {
		const found: unknown = Reflect.get(value, name);
		return typeof found === "string" ? found : "";
	};
	return {
		inspectionId: text("inspectionId"),
		listRegion: text("listRegion"),
		cited: text("cited"),
		document: text("document"),
	};
}

const lines = (text: string): string[] =>
	text
		.split(/[\n,，、;；\s]+/)
		.map((line) => line.trim())
		.filter((line) => line !== "");

/** 登记信访件: one by hand, where no table is there to be imported. */
export default function RegisterForm(props: {
	/** What the list is filtered by: its inspection and batch are a good guess. */
	filter: ComplaintListFilter;
	onDone: (complaintId: string) => void;
	onClose: () => void;
}): JSX.Element {
	const me = useMe();
	const complaintId = newId();
	const inspections = useQuery(() => queries.issues.listInspections());
	const guess: ElementDraft = {
		...draftOf(null),
		batch: props.filter.batch === undefined ? "" : String(props.filter.batch),
	};
	const [draft, set] = createStore<ElementDraft>(
		jsonCopy(keptDraft(`${KEY}.elements`, readElementDraft) ?? guess),
	);
	const [frame, setFrame] = createSignal<Frame>(
		keptDraft(`${KEY}.frame`, readFrame) ?? {
			inspectionId: props.filter.inspectionId ?? "",
			listRegion: me().region,
			cited: "",
			document: "",
		},
	);
	const change = (changes: Partial<Frame>) => setFrame((old) => ({ ...old, ...changes }));
	const choices = createMemo(() =>
		(loaded(inspections) ?? []).map((one) => ({ value: String(one.id), label: one.name })),
	);
	createEffect(() => {
		keepDraft(`${KEY}.elements`, jsonCopy(draft));
		keepDraft(`${KEY}.frame`, frame());
	});
	const forget = () => {
		dropDraft(`${KEY}.elements`);
		dropDraft(`${KEY}.frame`);
	};
	const ready = () =>
		frame().inspectionId !== "" &&
		frame().listRegion !== "" &&
		malformed(draft).length === 0 &&
		(draft.receiptNumber.trim() !== "" || draft.summary.trim() !== "");
	return (
		<ComplaintForm
			verb="registerComplaint"
			complaintId={complaintId}
			version={0}
			wide={true}
			ready={ready()}
			intro={t("complaintForm.registerIntro")}
			onSaved={(detail) => {
				forget();
				props.onDone(detail.row.id);
			}}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.complaints.registerComplaint.mutate({
					complaintId,
					command: {
						type: "registerComplaint",
						complaintId,
						inspectionId: frame().inspectionId,
						listRegion: frame().listRegion,
						...valuesOfDraft(draft),
						cited: lines(frame().cited),
						source:
							frame().document.trim() === ""
								? null
								: { document: frame().document.trim(), sha256: null, lines: null },
						importId: null,
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<div class="grid gap-3 sm:grid-cols-2">
						<Select
							label={t("filter.inspection")}
							required={true}
							value={frame().inspectionId}
							choices={choices()}
							error={errors.at("inspectionId")}
							onChange={(inspectionId) => change({ inspectionId })}
						/>
						<RegionPicker
							label={t("complaints.listRegion")}
							required={true}
							value={frame().listRegion}
							error={errors.at("listRegion")}
							onChange={(listRegion) => change({ listRegion })}
						/>
					</div>
					<ElementFields draft={draft} errors={errors} onChange={(next) => set(next)} />
					<TextArea
						label={t("complaintForm.cited")}
						hint={t("complaintForm.citedHint")}
						rows={2}
						value={frame().cited}
						error={errors.at("cited")}
						onInput={(cited) => change({ cited })}
					/>
					<TextField
						label={t("complaintForm.source")}
						value={frame().document}
						error={errors.at("source")}
						onInput={(document) => change({ document })}
					/>
				</>
			)}
		</ComplaintForm>
	);
}
