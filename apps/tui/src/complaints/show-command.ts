import type { ComplaintDetail, ZhenggaiClient } from "@zhenggai/client";
import type { Language } from "@zhenggai/domain/kernel";
import { formatNames, label, valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import type { Runner } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { formatOf, jsonText } from "../command-line/output.ts";
import { UUID } from "../issues/index.ts";
import { say, speak } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";

const CANDIDATES = 50;

/** The id of the complaint that a person means: an id, or the receipt number as printed. */
async function findComplaint(client: ZhenggaiClient, wanted: string): Promise<string> {
	if (UUID.test(wanted)) return wanted;
	const page = await client.complaints.list.query({ filter: { text: wanted }, limit: CANDIDATES });
	const found = page.items.filter(({ receiptNumber }) => receiptNumber === wanted);
	const [first] = found;
	if (first === undefined)
		throw new CommandError(
			EXIT.notFound,
			say(
				`没有受理编号为“${wanted}”的信访件，或不在您的辖区内`,
				`There is no complaint "${wanted}", or it is outside of your region`,
			),
		);
	if (found.length === 1) return first.id;
	const list = found.map(({ id, inspectionName, batch }) => `\n  ${id}  ${inspectionName}  ${batch ?? ""}`);
	throw new CommandError(
		EXIT.usage,
		say(
			`受理编号“${wanted}”有 ${found.length} 件，请用标识：${list.join("")}`,
			`${found.length} complaints have the receipt "${wanted}"; use the id:${list.join("")}`,
		),
	);
}

/** The fields of a published table in their order, without those that it does not state. */
function fieldLines({ elements }: ComplaintDetail, language: Language): string[] {
	const text = (key: keyof typeof elements): string => {
		switch (key) {
			case "channel":
				return elements.channel === null ? "" : label(vocab.complaintChannel, elements.channel, language);
			case "verdict":
				return elements.verdict === null ? "" : label(vocab.verdict, elements.verdict, language);
			case "status":
				return elements.status === null ? "" : label(vocab.complaintStatus, elements.status, language);
			case "pollutionTypes":
				return formatNames(
					elements.pollutionTypes.map((type) => label(vocab.pollutionType, type, language)),
					language,
				);
			case "isKey":
				return elements.isKey ? "*" : "";
			case "places":
			case "typesText":
				return "";
			case "otherFields":
				return elements.otherFields.map((one) => `${one.label}：${one.text}`).join("；");
			default:
				return String(elements[key] ?? "");
		}
	};
	return valuesOf(vocab.complaintField).flatMap((key) => {
		const value = cleanLine(text(key));
		return value === "" ? [] : [`${label(vocab.complaintField, key, language)}: ${value}`];
	});
}

/** `complaints show`: one letter or call with what it cites and what the rules say. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const [wanted = ""] = context.arguments;
	const complaintId = await findComplaint(client, wanted);
	const detail = await client.complaints.get.query({ complaintId });
	const { language } = context;
	if (formatOf(context) === "json") {
		context.out(jsonText(detail, context.environment.columns));
		return EXIT.done;
	}
	const { row } = detail;
	const links = [
		...detail.relations.map(({ kind, receiptNumber, complaint }) => ({
			kind,
			receipt: receiptNumber ?? complaint?.receiptNumber ?? "",
		})),
		...detail.relatedBy.map(({ kind, complaint }) => ({ kind, receipt: complaint.receiptNumber ?? "" })),
	];
	const lines = [
		`${row.inspectionName}  ${row.regionName}  ${label(vocab.complaintState, row.state, language)}`,
		...fieldLines(detail, language),
		...links.map(
			({ kind, receipt }) => `${label(vocab.relationKind, kind, language)}: ${cleanLine(receipt)}`,
		),
		...detail.findings.map(
			({ rule, severity, message }) =>
				`${label(vocab.severity, severity, language)} ${rule}  ${speak(message, language)}`,
		),
	];
	for (const line of lines) context.out(`${line}\n`);
	return EXIT.done;
};
