import { For, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { RegionPicker, tierWord, useRegions } from "../../responsibilities/index.ts";
import { TextArea, TextField } from "../../ui/field.tsx";
import { CommandForm } from "./command-form.tsx";
import { createFormDraft } from "./form-draft.ts";
import type { FormProps } from "./form-props.ts";

/** Significant digits of a region code: what is below it starts with them. */
const prefixOf = (code: string): string =>
	code.endsWith("0000") ? code.slice(0, 2) : code.endsWith("00") ? code.slice(0, 4) : code;

/** Regions one step below, where there are any in reach; else everything below. */
function regionsBelow(code: string, all: readonly { code: string; name: string }[]) {
	const below = all.filter((region) => region.code !== code && region.code.startsWith(prefixOf(code)));
	const next = below.filter((region) => (code.endsWith("0000") ? region.code.endsWith("00") : true));
	return next.length > 0 ? next : below;
}

/** 分解: registers the item for regions below, in one act. */
export function DecomposeForm(props: FormProps): JSX.Element {
	const regions = useRegions();
	const draft = createFormDraft<{ chosen: { issueId: string; region: string }[] }>(props, () => ({
		chosen: [],
	}));
	const below = () => regionsBelow(props.detail.row.region, regions.list());
	const taken = () =>
		new Set<string>(
			(props.detail.coverage?.regions ?? [])
				.filter((one) => one.state !== "uncovered")
				.map((one) => one.region),
		);
	// What a kept draft chose may have been registered by somebody else meanwhile.
	const children = () => draft.value.chosen.filter(({ region }) => !taken().has(region));
	const isChosen = (code: string) => children().some(({ region }) => region === code);
	const toggle = (code: string, on: boolean) =>
		draft.set("chosen", (old) => [
			...old.filter(({ region }) => region !== code),
			...(on ? [{ issueId: newId(), region: code }] : []),
		]);
	return (
		<CommandForm
			{...props}
			verb="decomposeIssue"
			draft={draft}
			intro={t("decompose.intro")}
			command={children().length > 0 ? { type: "decomposeIssue", children: children() } : null}
		>
			{(errors) => (
				<fieldset>
					<legend class="mb-1 text-ink-soft">{t("decompose.regions")}</legend>
					<Show when={errors.at("children")}>{(text) => <p class="text-late">{text()}</p>}</Show>
					<ul class="grid gap-1 sm:grid-cols-2">
						<For each={below()} fallback={<li class="text-ink-soft">{t("decompose.none")}</li>}>
							{(region) => (
								<li>
									<label class="tap flex items-center gap-2 rounded px-1 py-1 hover:bg-hover">
										<input
											type="checkbox"
											class="size-4 accent-accent"
											disabled={taken().has(region.code)}
											checked={isChosen(region.code)}
											onChange={(event) => toggle(region.code, event.currentTarget.checked)}
										/>
										{region.name}
										<span class="text-[0.86rem] text-ink-faint">
											{taken().has(region.code) ? t("decompose.taken") : tierWord(region.code)}
										</span>
									</label>
								</li>
							)}
						</For>
					</ul>
				</fieldset>
			)}
		</CommandForm>
	);
}

/** 认定不涉及: a region has no part in it, with upstream consent. */
export function NotOursForm(props: FormProps): JSX.Element {
	const draft = createFormDraft(props, () => ({ region: "", reason: "", document: "", by: "" }));
	const { value, set } = draft;
	const ready = () =>
		value.region !== "" &&
		value.reason.trim().length >= 2 &&
		value.document.trim().length >= 2 &&
		value.by.trim() !== "";
	return (
		<CommandForm
			{...props}
			verb="declareNotOurs"
			draft={draft}
			intro={t("notOurs.intro")}
			command={
				ready()
					? {
							type: "declareNotOurs",
							notOurs: {
								region: value.region,
								reason: value.reason.trim(),
								consentDocument: value.document.trim(),
								consentBy: value.by.trim(),
							},
						}
					: null
			}
		>
			{(errors) => (
				<>
					<RegionPicker
						label={t("notOurs.region")}
						required={true}
						value={value.region}
						error={errors.at("notOurs.region")}
						onChange={(region) => set({ region })}
					/>
					<TextArea
						label={t("form.reason")}
						required={true}
						value={value.reason}
						error={errors.at("notOurs.reason")}
						onInput={(reason) => set({ reason })}
					/>
					<TextField
						label={t("notOurs.document")}
						required={true}
						value={value.document}
						error={errors.at("notOurs.consentDocument")}
						onInput={(document) => set({ document })}
					/>
					<TextField
						label={t("notOurs.by")}
						required={true}
						value={value.by}
						error={errors.at("notOurs.consentBy")}
						onInput={(by) => set({ by })}
					/>
				</>
			)}
		</CommandForm>
	);
}
