import type { Refusal } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { refusalText } from "../issues/index.ts";
import { say } from "../say.ts";
import { CommandError, EXIT } from "./exit.ts";

/** What the policy refuses, as against what a rule or the ledger does. */
const DENIALS: ReadonlySet<string> = new Set([
	"NOT_SIGNED_IN",
	"NOT_ALLOWED",
	"OUT_OF_REGION",
	"NOT_INVOLVED",
	"NOT_YOUR_LIST",
	"NOT_SELF_FOUND",
	"KEY_LACKS_VERB",
	"GRANTS_TOO_MUCH",
]);

/** Where a refusal's field stands for the person at the keyboard: a row of a file, an option. Null where nowhere. */
export type PlaceOf = (field: string) => Bilingual | null;

/** What was refused as the command's end: one line each, led by the place at fault. */
export function refusedError(refusals: readonly Refusal[], placeOf: PlaceOf = () => null): CommandError {
	const lines = refusals.map((refusal) => {
		const place = refusal.field === null ? null : placeOf(refusal.field);
		const text = refusalText(refusal);
		return place === null ? text : say(`${place.zh}：${text.zh}`, `${place.en}: ${text.en}`);
	});
	const denied = refusals.some(({ rule }) => DENIALS.has(rule));
	return new CommandError(
		denied ? EXIT.denied : EXIT.failed,
		say(lines.map(({ zh }) => zh).join("\n"), lines.map(({ en }) => en).join("\n")),
	);
}
