import type { DrawDetail } from "@zhenggai/domain/close-out";
import { type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
import { createKeptDraft } from "../../commands/index.ts";
import { t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { RegionPicker } from "../../responsibilities/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { ChoiceField } from "../forms/choice-field.tsx";
import { says } from "../forms/draft.ts";
import { DrawForm } from "./draw-form.tsx";
import { quarterOf } from "./quarter.ts";

type Draft = {
	id: string;
	region: string;
	from: string;
	to: string;
	kind: "declared" | "public";
	text: string;
	source: string;
	publishedOn: string;
};

/** 开立回头看抽查: of which region and period, and where the seed comes from before anybody can know what it chooses. */
export function OpenForm(props: { onDone: (detail: DrawDetail) => void; onClose: () => void }): JSX.Element {
	const me = useMe();
	const draft = createKeptDraft<Draft>("openDraw", () => ({
		...{ id: newId(), region: me().region, ...quarterOf(me().today) },
		...{ kind: "public", text: "", source: "", publishedOn: "" },
	}));
	const value = draft.value;
	const basis = () =>
		value.kind === "declared"
			? { kind: "declared" as const, text: value.text.trim() }
			: { kind: "public" as const, source: value.source.trim(), publishedOn: value.publishedOn };
	const ready = () =>
		value.from !== "" &&
		value.to !== "" &&
		(value.kind === "declared"
			? value.text.trim().length >= 4
			: says(value.source) && value.publishedOn !== "");
	return (
		<DrawForm
			verb="openDraw"
			drawId={value.id}
			version={0}
			draft={draft}
			ready={ready()}
			intro={t("draws.openIntro")}
			onDone={props.onDone}
			onClose={() => props.onClose()}
			send={(envelope) =>
				client.closeOut.openDraw.mutate({
					drawId: value.id,
					command: {
						...{ type: "openDraw", drawId: value.id, region: value.region },
						...{ from: value.from, to: value.to, basis: basis() },
					},
					envelope,
				})
			}
		>
			{(errors) => (
				<>
					<RegionPicker
						label={t("draws.region")}
						required={true}
						value={value.region}
						error={errors.at("region")}
						onChange={(region) => draft.set("region", region)}
					/>
					<div class="grid gap-3 sm:grid-cols-2">
						<TextField
							type="date"
							label={t("draws.from")}
							required={true}
							value={value.from}
							error={errors.at("from")}
							onInput={(from) => draft.set("from", from)}
						/>
						<TextField
							type="date"
							label={t("draws.to")}
							required={true}
							value={value.to}
							error={errors.at("to")}
							onInput={(to) => draft.set("to", to)}
						/>
					</div>
					<ChoiceField
						legend={t("draws.seedFrom")}
						required={true}
						value={value.kind}
						choices={[
							{ value: "public" as const, label: t("draws.seedPublic") },
							{ value: "declared" as const, label: t("draws.seedDeclared") },
						]}
						error={errors.at("basis")}
						onChange={(kind) => draft.set("kind", kind)}
					/>
					<Show
						when={value.kind === "public"}
						fallback={
							<TextField
								label={t("draws.seedText")}
								hint={t("draws.seedTextHint")}
								required={true}
								value={value.text}
								onInput={(text) => draft.set("text", text)}
							/>
						}
					>
						<TextArea
							label={t("draws.source")}
							hint={t("draws.sourceHint")}
							required={true}
							rows={2}
							value={value.source}
							onInput={(source) => draft.set("source", source)}
						/>
						<TextField
							type="date"
							label={t("draws.publishedOn")}
							hint={t("draws.publishedHint")}
							required={true}
							value={value.publishedOn}
							onInput={(publishedOn) => draft.set("publishedOn", publishedOn)}
						/>
					</Show>
				</>
			)}
		</DrawForm>
	);
}
