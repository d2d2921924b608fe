import type { ZhenggaiClient } from "@zhenggai/client";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { UUID } from "../issues/index.ts";
import { say } from "../say.ts";

const CANDIDATES = 50;

/** The id of the complaint that a person means: an id, or the receipt number as printed. */
export async function findComplaint(client: ZhenggaiClient, wanted: string): Promise<string> {
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
