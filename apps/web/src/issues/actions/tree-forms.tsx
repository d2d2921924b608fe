import { createSignal, For, type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
import { t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { RegionPicker, tierWord, useRegions } from "../../responsibilities/index.ts";
import { TextArea, TextField } from "../../ui/field.tsx";
import { CommandForm } from "./command-form.tsx";
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
	const [chosen, setChosen] = createSignal<ReadonlyMap<string, string>>(new Map());
	const below = () => regionsBelow(props.detail.row.region, regions.list());
	const taken = () =>
		new Set<string>(
			(props.detail.coverage?.regions ?? [])
				.filter((one) => one.state !== "uncovered")
				.map((one) => one.region),
		);
	const toggle = (code: string, on: boolean) => {
		const next = new Map(chosen());
		if (on) next.set(code, newId());
		else next.delete(code);
		setChosen(next);
	};
	return (
		<CommandForm
			verb="decomposeIssue"
			detail={props.detail}
			ready={chosen().size > 0}
			intro={t("decompose.intro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.decomposeIssue.mutate({
					issueId: props.detail.row.id,
					command: {
						type: "decomposeIssue",
						children: [...chosen()].map(([region, issueId]) => ({ issueId, region })),
					},
					envelope,
				})
			}
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
											checked={chosen().has(region.code)}
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
	const [region, setRegion] = createSignal("");
	const [reason, setReason] = createSignal("");
	const [document, setDocument] = createSignal("");
	const [by, setBy] = createSignal("");
	const ready = () =>
		region() !== "" && reason().trim().length >= 2 && document().trim().length >= 2 && by().trim() !== "";
	return (
		<CommandForm
			verb="declareNotOurs"
			detail={props.detail}
			ready={ready()}
			intro={t("notOurs.intro")}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.issues.declareNotOurs.mutate({
					issueId: props.detail.row.id,
					command: {
						type: "declareNotOurs",
						notOurs: {
							region: region(),
							reason: reason().trim(),
							consentDocument: document().trim(),
							consentBy: by().trim(),
						},
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<RegionPicker
						label={t("notOurs.region")}
						required={true}
						value={region()}
						error={errors.at("notOurs.region")}
						onChange={setRegion}
					/>
					<TextArea
						label={t("form.reason")}
						required={true}
						value={reason()}
						error={errors.at("notOurs.reason")}
						onInput={setReason}
					/>
					<TextField
						label={t("notOurs.document")}
						required={true}
						value={document()}
						error={errors.at("notOurs.consentDocument")}
						onInput={setDocument}
					/>
					<TextField
						label={t("notOurs.by")}
						required={true}
						value={by()}
						error={errors.at("notOurs.consentBy")}
						onInput={setBy}
					/>
				</>
			)}
		</CommandForm>
	);
}
