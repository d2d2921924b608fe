import { vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Section } from "../../ui/section.tsx";
import { StatusBadge, VerdictBadge } from "../columns.tsx";
import type { DetailProps } from "./complaint-viewer.tsx";
import { Facts } from "./facts.tsx";

/** 调查与办理: what was found, what was done, and who was held to account. */
export function Handling(props: DetailProps): JSX.Element {
	const elements = () => props.detail.elements;
	return (
		<Section title={t("complaints.handling")}>
			<Facts
				facts={[
					{ name: word(vocab.complaintField, "investigation"), value: elements().investigation },
					{
						name: word(vocab.complaintField, "verdict"),
						value: elements().verdict === null ? null : <VerdictBadge row={elements()} />,
					},
					{ name: word(vocab.complaintField, "closureTarget"), value: elements().closureTarget },
					{ name: word(vocab.complaintField, "handling"), value: elements().handling },
					{
						name: word(vocab.complaintField, "status"),
						value: elements().status === null ? null : <StatusBadge row={elements()} />,
					},
					{ name: word(vocab.complaintField, "accountability"), value: elements().accountability },
					...(elements().remarks === null
						? []
						: [{ name: word(vocab.complaintField, "remarks"), value: elements().remarks }]),
					...elements().otherFields.map(({ label, text }) => ({ name: label, value: text })),
				]}
			/>
		</Section>
	);
}
