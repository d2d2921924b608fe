import { vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { date, names, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Section } from "../../ui/section.tsx";
import type { DetailProps } from "./complaint-viewer.tsx";
import { Facts } from "./facts.tsx";

/** 登记事项: where it stands in its table, how it came in, and what its printed words were taken to mean. */
export function Registration(props: DetailProps): JSX.Element {
	const elements = () => props.detail.elements;
	const field = (key: keyof typeof vocab.complaintField) => word(vocab.complaintField, key);
	const optional = (value: string | number | null) => (value === null ? null : String(value));
	const channel = () => {
		const { channel: how } = elements();
		return how === null ? null : word(vocab.complaintChannel, how);
	};
	const batch = () => {
		const { batch: number, batchDay } = elements();
		const parts = [
			...(number === null ? [] : [t("complaints.batchN", { n: number })]),
			...(batchDay === null ? [] : [date(batchDay)]),
		];
		return parts.length === 0 ? null : parts.join(" · ");
	};
	const places = () =>
		props.detail.places.length === 0 ? null : names(props.detail.places.map(({ name }) => name));
	return (
		<Section title={t("complaints.registration")}>
			<Facts
				facts={[
					{ name: field("receiptNumber"), value: elements().receiptNumber },
					{ name: t("complaints.receiptForm"), value: receiptText(props.detail.receipt) },
					{ name: field("channel"), value: channel() },
					{ name: field("batch"), value: batch() },
					{ name: field("seq"), value: optional(elements().seq) },
					{ name: field("isKey"), value: elements().isKey ? t("yes") : t("no") },
					{ name: field("regionText"), value: elements().regionText },
					{ name: field("places"), value: places() },
					{ name: t("complaints.keptBy"), value: props.detail.row.regionName },
					{ name: t("complaints.listRegion"), value: props.detail.listRegion.name },
					{
						name: field("pollutionTypes"),
						value:
							elements().pollutionTypes.length === 0
								? null
								: names(elements().pollutionTypes.map((type) => word(vocab.pollutionType, type))),
					},
					{ name: field("typesText"), value: elements().typesText },
				]}
			/>
		</Section>
	);
}

/** A receipt number taken apart, as far as its form is known; no place is ever read out of it. */
function receiptText(receipt: DetailProps["detail"]["receipt"]): string | null {
	if (receipt === null) return null;
	const parts = [
		t(`complaints.form.${receipt.form}`),
		...(receipt.channel === null ? [] : [word(vocab.complaintChannel, receipt.channel)]),
		...(receipt.round === null ? [] : [t("complaints.round", { n: receipt.round })]),
		...(receipt.letters === null ? [] : [receipt.letters]),
		...(receipt.day === null ? [] : [date(receipt.day)]),
		...(receipt.serial === null ? [] : [t("complaints.serial", { n: receipt.serial })]),
	];
	return parts.join(" · ");
}
