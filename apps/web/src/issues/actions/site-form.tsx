import { vocab } from "@zhenggai/domain/vocabulary";
import { createMemo, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { jsonCopy } from "../../json-copy.ts";
import { RegionPicker, useRegions } from "../../responsibilities/index.ts";
import type { CommandOf } from "../../types.ts";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { type Begun, begun, caughtUp, changedSince, contested } from "./begun.ts";
import { CommandForm } from "./command-form.tsx";
import { createFormDraft } from "./form-draft.ts";
import type { FormProps } from "./form-props.ts";
import { positionOf } from "./position.ts";
import { PresentSummary, presentText } from "./present-note.tsx";
import { changesOf, fieldsOf, type SiteFields, siteOf } from "./site-draft.ts";

/** The site with what it was, which one it is, and the id of a new one. */
type Draft = Begun<SiteFields> & { which: string; id: string; reason: string };

/** 增加点位, 修改点位. */
export function SiteForm(props: FormProps): JSX.Element {
	const amending = () => props.request.verb === "amendSite";
	const regions = useRegions();
	const siteAt = (id: string) => props.detail.sites.find((site) => site.id === id);
	const fieldsAt = (id: string) => fieldsOf(siteAt(id), props.detail.row.region);
	const draft = createFormDraft<Draft>(props, () => {
		const which = amending() ? (props.request.part ?? "") : "";
		return { which, id: newId(), reason: "", ...begun(fieldsAt(which)) };
	});
	const { value, set } = draft;
	const existing = () => siteAt(value.which);
	const present = createMemo(() => fieldsAt(value.which));
	if (draft.since() !== null && existing() !== undefined) set(caughtUp(value, present()));
	const choose = (which: string) => set({ which, ...jsonCopy(begun(fieldsAt(which))) });
	const changes = () => changesOf(value);
	const now = (field: keyof SiteFields, text = present()[field]) =>
		existing() !== undefined && changedSince<SiteFields>(value.start, present(), field).length > 0
			? presentText(text)
			: undefined;
	const badPosition = () => value.position.trim() !== "" && positionOf(value.position) === null;
	const moved = () =>
		(existing() === undefined ? [] : contested<SiteFields>(value, present())).map((field) =>
			word(vocab.siteField, field),
		);
	const ready = () =>
		value.name.trim() !== "" &&
		value.region !== "" &&
		!badPosition() &&
		(!amending() ||
			(existing() !== undefined && Object.keys(changes()).length > 0 && value.reason.trim().length >= 2));
	const command = (): CommandOf<"addSite" | "amendSite"> =>
		amending()
			? { type: "amendSite", siteId: value.which, changes: changes(), reason: value.reason.trim() }
			: { type: "addSite", site: { id: value.id, ...siteOf(value) } };
	return (
		<CommandForm
			{...props}
			verb={amending() ? "amendSite" : "addSite"}
			draft={draft}
			command={ready() ? command() : null}
		>
			{(errors) => (
				<>
					<PresentSummary fields={moved()} />
					<Show when={amending() && props.request.part === undefined}>
						<Select
							label={t("sites.which")}
							required={true}
							value={existing() === undefined ? "" : value.which}
							choices={props.detail.sites.map((one) => ({ value: one.id as string, label: one.name }))}
							onChange={choose}
						/>
					</Show>
					<TextField
						label={word(vocab.siteField, "name")}
						required={true}
						hint={now("name")}
						value={value.name}
						error={errors.at("site.name") ?? errors.at("changes.name")}
						onInput={(name) => set({ name })}
					/>
					<RegionPicker
						label={word(vocab.siteField, "region")}
						required={true}
						hint={now("region", regions.name(present().region))}
						value={value.region}
						error={errors.at("site.region") ?? errors.at("changes.region")}
						onChange={(region) => set({ region })}
					/>
					<TextField
						label={word(vocab.siteField, "address")}
						hint={now("address")}
						value={value.address}
						onInput={(address) => set({ address })}
					/>
					<TextField
						label={word(vocab.siteField, "position")}
						hint={now("position") ?? t("sites.positionHint")}
						error={badPosition() ? t("sites.positionBad") : null}
						value={value.position}
						onInput={(position) => set({ position })}
					/>
					<Show when={amending()}>
						<TextArea
							label={t("form.reason")}
							required={true}
							rows={2}
							value={value.reason}
							error={errors.at("reason")}
							onInput={(reason) => set({ reason })}
						/>
					</Show>
				</>
			)}
		</CommandForm>
	);
}
