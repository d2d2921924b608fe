import { useQueryClient } from "@tanstack/solid-query";
import type { RegionRules, RegionRulesCommand, RuleChangePreview } from "@zhenggai/client";
import { createSignal, type JSX } from "solid-js";
import { client } from "../../api.ts";
import { CommandForm, type FormErrors } from "../../commands/index.ts";
import { t } from "../../i18n/index.ts";
import { useMe } from "../../shell/me.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { createLook, LookFirst } from "../look-first.tsx";
import { ChangePreview } from "./change-preview.tsx";
import { regionTimeline } from "./region-timeline.ts";

/** What a form of this page asks: everything but the day and the reason, null while it is not whole. */
export type Wanted =
	| { type: "chooseRuleSet"; ruleSetId: string | null }
	| {
			type: "changeParameter";
			name: string;
			value: Extract<RegionRulesCommand, { type: "changeParameter" }>["value"];
	  }
	| { type: "withdrawParameter"; name: string }
	| {
			type: "limitParameter";
			name: string;
			bounds: Extract<RegionRulesCommand, { type: "limitParameter" }>["bounds"];
	  };

/**
 * The frame of every change of a region's rules: from which day, why, and what it would do. It is saved only after its
 * effects were looked at as it now stands.
 */
export function ChangeDialog(props: {
	title: string;
	intro?: string;
	view: RegionRules;
	wanted: Wanted | null;
	onClose: () => void;
	children: (errors: FormErrors) => JSX.Element;
}): JSX.Element {
	const me = useMe();
	const queryClient = useQueryClient();
	const [from, setFrom] = createSignal(me().today);
	const [reason, setReason] = createSignal("");
	const key = () => JSON.stringify([props.wanted, from()]);
	const commandWith = (why: string): RegionRulesCommand | null =>
		props.wanted === null ? null : { ...props.wanted, effectiveFrom: from(), reason: why };
	const looked = createLook<RuleChangePreview>(key, () => {
		const command = commandWith("——");
		return command === null
			? null
			: () => client.rules.previewChange.query({ region: props.view.region, command });
	});
	const ready = () => reason().trim().length >= 2 && looked.current()?.refusals.length === 0;
	const stale = () => void queryClient.invalidateQueries({ queryKey: ["rules"] });
	return (
		<CommandForm<RegionRules>
			title={props.title}
			intro={props.intro}
			version={props.view.version}
			ready={ready()}
			send={(envelope) => {
				const command = commandWith(reason().trim());
				if (command === null) return Promise.reject(new Error("nothing to send"));
				return client.rules.commandRegion.mutate({ region: props.view.region, command, envelope });
			}}
			onDone={stale}
			onStale={stale}
			told={regionTimeline(props.view.region)}
			onClose={() => props.onClose()}
		>
			{(errors) => (
				<>
					{props.children(errors)}
					<TextField
						type="date"
						label={t("regionRules.from")}
						hint={t("regionRules.fromHint")}
						required={true}
						min={me().today}
						value={from()}
						error={errors.at("effectiveFrom")}
						onInput={setFrom}
					/>
					<TextArea
						label={t("form.reason")}
						hint={t("form.reasonHint")}
						required={true}
						value={reason()}
						error={errors.at("reason")}
						onInput={setReason}
					/>
					<LookFirst
						looked={looked}
						label={t("regionRules.preview")}
						first={t("regionRules.previewFirst")}
						disabled={props.wanted === null || from() === ""}
					>
						{(preview) => <ChangePreview preview={preview} />}
					</LookFirst>
				</>
			)}
		</CommandForm>
	);
}
