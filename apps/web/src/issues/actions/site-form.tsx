import { vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { RegionPicker } from "../../responsibilities/index.ts";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { CommandForm, type Envelope } from "./command-form.tsx";
import type { FormProps } from "./form-props.ts";
import { positionOf } from "./position.ts";

/** 增加点位, 修改点位. */
export function SiteForm(props: FormProps): JSX.Element {
	const amending = () => props.request.verb === "amendSite";
	const newSiteId = newId();
	const [which, setWhich] = createSignal(props.request.part ?? "");
	const existing = () => props.detail.sites.find((site) => site.id === which());
	const [name, setName] = createSignal(existing()?.name ?? "");
	const [region, setRegion] = createSignal<string>(existing()?.region ?? props.detail.row.region);
	const [address, setAddress] = createSignal(existing()?.address ?? "");
	const [position, setPosition] = createSignal(existing()?.position?.join(", ") ?? "");
	const [reason, setReason] = createSignal("");
	const choose = (id: string) => {
		setWhich(id);
		const site = existing();
		setName(site?.name ?? "");
		setRegion(site?.region ?? props.detail.row.region);
		setAddress(site?.address ?? "");
		setPosition(site?.position?.join(", ") ?? "");
	};
	const badPosition = () => position().trim() !== "" && positionOf(position()) === null;
	const ready = () =>
		name().trim() !== "" &&
		region() !== "" &&
		!badPosition() &&
		(!amending() || (existing() !== undefined && reason().trim().length >= 2));
	const site = () => ({
		name: name().trim(),
		region: region(),
		address: address().trim() === "" ? null : address().trim(),
		position: positionOf(position()),
	});
	const send = (envelope: Envelope) =>
		amending()
			? client.issues.amendSite.mutate({
					issueId: props.detail.row.id,
					command: { type: "amendSite", siteId: which(), changes: site(), reason: reason().trim() },
					envelope,
				})
			: client.issues.addSite.mutate({
					issueId: props.detail.row.id,
					command: { type: "addSite", site: { id: newSiteId, ...site() } },
					envelope,
				});
	return (
		<CommandForm
			verb={amending() ? "amendSite" : "addSite"}
			detail={props.detail}
			ready={ready()}
			onClose={() => props.onClose()}
			send={send}
		>
			{(errors) => (
				<>
					<Show when={amending() && props.request.part === undefined}>
						<Select
							label={t("sites.which")}
							required={true}
							value={which()}
							choices={props.detail.sites.map((one) => ({ value: one.id as string, label: one.name }))}
							onChange={choose}
						/>
					</Show>
					<TextField
						label={word(vocab.siteField, "name")}
						required={true}
						value={name()}
						error={errors.at("site.name")}
						onInput={setName}
					/>
					<RegionPicker
						label={word(vocab.siteField, "region")}
						required={true}
						value={region()}
						error={errors.at("site.region")}
						onChange={setRegion}
					/>
					<TextField label={word(vocab.siteField, "address")} value={address()} onInput={setAddress} />
					<TextField
						label={word(vocab.siteField, "position")}
						hint={t("sites.positionHint")}
						error={badPosition() ? t("sites.positionBad") : null}
						value={position()}
						onInput={setPosition}
					/>
					<Show when={amending()}>
						<TextArea
							label={t("form.reason")}
							required={true}
							rows={2}
							value={reason()}
							error={errors.at("reason")}
							onInput={setReason}
						/>
					</Show>
				</>
			)}
		</CommandForm>
	);
}
