import type { HistoryLookup } from "../issues/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import { caseVocab } from "../vocabulary/index.ts";
import type { SupervisionEvent } from "./events.ts";
import type { LightChange } from "./schema.ts";

function lightSummary({ from, to, reasons }: LightChange): Bilingual {
	const [before, after] = [caseVocab.light[from], caseVocab.light[to]];
	const why = reasons[0]?.message;
	const because = why === undefined ? say("", "") : say(`：${why.zh}`, `: ${why.en}`);
	return from === to
		? say(`预警仍为“${after.zh}”${because.zh}`, `Light still “${after.en}”${because.en}`)
		: say(
				`预警由“${before.zh}”转为“${after.zh}”${because.zh}`,
				`Light from “${before.en}” to “${after.en}”${because.en}`,
			);
}

/** One sentence on what an event changed. */
export function describeSupervision(event: SupervisionEvent, _lookup: HistoryLookup): Bilingual {
	switch (event.type) {
		case "lightChanged":
			return lightSummary(event.change);
		case "lightContested": {
			const { against, reason } = event.contest;
			const light = caseVocab.light[against];
			return say(`对“${light.zh}”提出申诉：${reason}`, `Objected to “${light.en}”: ${reason}`);
		}
		case "contestDecided": {
			const { verdict, light, reason } = event;
			if (verdict === "dismissed" || light === null) {
				return say(`申诉驳回：${reason}`, `Objection dismissed: ${reason}`);
			}
			const shown = caseVocab.light[light];
			return say(
				`申诉成立，按“${shown.zh}”显示：${reason}`,
				`Objection upheld, shown as “${shown.en}”: ${reason}`,
			);
		}
		case "exposureRecorded": {
			const { kind, level, document } = event.exposure;
			const [what, where] = [caseVocab.exposureKind[kind], caseVocab.exposureLevel[level]];
			return say(`被${where.zh}${what.zh}：${document}`, `${what.en} (${where.en}): ${document}`);
		}
		case "exposureSettled":
			return say(`通报曝光核销：${event.reason}`, `Exposure settled: ${event.reason}`);
	}
}
