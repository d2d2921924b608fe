import { type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { CommandForm, createFormDraft, type FormProps } from "../../issues/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextField } from "../../ui/field.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { Foreseen } from "../foreseen.tsx";
import type { ProgressInput } from "../input.ts";
import { type Batch, emptyTray, type Tray } from "../model/tray.ts";
import { createRehearsal } from "../rehearsal.ts";
import { EvidencePicker } from "../upload/evidence-picker.tsx";
import { trayHandlers } from "../upload/tray-handlers.ts";
import { UploadBox } from "../upload/upload-box.tsx";
import { createTrayForm } from "./use-tray-form.ts";

export type ClaimDraft = {
	which: string;
	on: string;
	value: string;
	evidenceIds: string[];
	tray: Tray;
};

/** What is said, with what shows it. */
export type Claim = {
	/** Name of the choice of what it is about. */
	readonly label: string;
	readonly choices: readonly Choice<string>[];
	/** Name of the date; left out where there is none. */
	readonly dated?: string;
	/** Name of the figure; left out where there is none. */
	readonly figure?: (which: string) => string;
	readonly needsEvidence: boolean;
	readonly kind: Batch["kind"];
	/** What its files are filed under. */
	readonly target: (which: string) => string;
	/** Null while something is missing. */
	readonly command: (draft: ClaimDraft, evidenceIds: readonly string[]) => ProgressInput | null;
};

/** Says that something is reached, carried out, measured or there: one form with the files that show it. */
export function ClaimForm(props: FormProps & { claim: Claim; intro: string }): JSX.Element {
	const me = useMe();
	const only = () => (props.claim.choices.length === 1 ? props.claim.choices[0]?.value : undefined);
	const draft = createFormDraft<ClaimDraft>(props, () => ({
		...{ which: props.request.part ?? only() ?? "", on: me().today, value: "" },
		...{ evidenceIds: [], tray: emptyTray(props.claim.kind) },
	}));
	const tray = (): Tray => ({
		files: draft.value.tray.files,
		batch: { ...draft.value.tray.batch, target: props.claim.target(draft.value.which) },
	});
	const form = createTrayForm(() => props.detail, tray);
	const evidenceIds = () => [
		...new Set([...draft.value.evidenceIds, ...draft.value.tray.files.map(({ id }) => id)]),
	];
	const command = () => props.claim.command(draft.value, evidenceIds());
	const links = () => {
		const own = command();
		const attaching = form.attaching();
		if (own === null) return [];
		return [...attaching, { key: "claim", command: own, after: attaching.map(({ key }) => key) }];
	};
	const ready = () =>
		form.ready() && links().length > 0 && (!props.claim.needsEvidence || evidenceIds().length > 0);
	const told = createRehearsal(
		() => props.detail.row.id,
		() => (ready() ? links().map((link) => link.command) : []),
	);
	return (
		<CommandForm
			verb={props.request.verb}
			detail={props.detail}
			ready={ready()}
			intro={props.intro}
			wide={true}
			draft={draft}
			onClose={() => props.onClose()}
			send={(envelope) => form.send(links(), envelope)}
		>
			{(errors) => (
				<>
					<div class="grid gap-3 sm:grid-cols-2">
						<Select
							label={props.claim.label}
							required={true}
							class="sm:col-span-2"
							value={draft.value.which}
							choices={props.claim.choices}
							error={errors.at("claim.key") ?? errors.at("claim.measureId") ?? errors.at("claim.siteId")}
							onChange={(which) => draft.set("which", which)}
						/>
						<Show when={props.claim.figure}>
							{(figure) => (
								<TextField
									label={figure()(draft.value.which)}
									required={true}
									type="number"
									value={draft.value.value}
									error={errors.at("claim.value")}
									onInput={(value) => draft.set("value", value)}
								/>
							)}
						</Show>
						<Show when={props.claim.dated}>
							{(label) => (
								<TextField
									label={label()}
									required={true}
									type="date"
									max={me().today}
									value={draft.value.on}
									error={errors.at("claim.on") ?? errors.at("claim.doneOn")}
									onInput={(on) => draft.set("on", on)}
								/>
							)}
						</Show>
					</div>
					<UploadBox
						detail={props.detail}
						tray={tray()}
						fixedTarget={true}
						onBusy={form.setBusy}
						errorAt={(path) => errors.at(path)}
						{...trayHandlers(
							() => draft.value.tray,
							(next) => draft.set("tray", next),
						)}
					/>
					<EvidencePicker
						legend={props.claim.needsEvidence ? t("picker.needed") : t("picker.legend")}
						detail={props.detail}
						files={[]}
						chosen={draft.value.evidenceIds}
						error={errors.at("claim.evidenceIds")}
						onChange={(ids) => draft.set("evidenceIds", ids)}
					/>
					<Foreseen told={told()} />
				</>
			)}
		</CommandForm>
	);
}
