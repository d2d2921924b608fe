import type { InstrumentDetail } from "@zhenggai/client";
import { caseVocab, isLabelled } from "@zhenggai/domain/vocabulary";
import { draftForm, instrumentForm, type Reader } from "../forms/instrument-forms.ts";
import { issueForm } from "../forms/issue-forms.ts";
import type { IssueDetail } from "../issues/wire.ts";
import { say } from "../say.ts";
import { instrumentMenu, refusalMode } from "./act-modes.ts";
import type { ActTools } from "./acts.ts";
import type { Forms } from "./form-acts.ts";
import type { Services } from "./services.ts";

const NOTHING = say("没有可办的对象", "There is nothing to do it with");

/** What is done with the closed loop of an issue: forms of its verbs, the ladder, and the letters on it. */
export function makeLoopActs(
	tools: ActTools,
	services: Services,
	forms: Forms,
	onWeb: (path: string) => void,
) {
	const { store, client } = services;
	const reader = (): Reader => {
		const { me } = store.get();
		return { unitId: me?.unit?.id ?? null, unitName: me?.unit?.name ?? "", name: me?.name ?? "" };
	};

	const beginOn = (detail: InstrumentDetail, verb: string) => {
		const refused = refusalMode(detail.actions, verb);
		if (refused !== null) return tools.show(refused);
		if (!isLabelled(caseVocab.instrumentVerb, verb)) return;
		const spec = instrumentForm(detail, verb, reader());
		if (spec === null) onWeb(`/supervision/${detail.row.id}?do=${verb}`);
		else forms.open(spec);
	};

	const withInstrument = async (instrumentId: string, verb: string | undefined) => {
		const detail = await client.supervision.get.query({ instrumentId });
		if (verb !== undefined) return beginOn(detail, verb);
		const { zh, en } = caseVocab.instrumentKind[detail.row.kind];
		const { documentNumber, title } = detail.row;
		const words = say(`${zh} ${documentNumber ?? ""} ${title}`, `${en} ${documentNumber ?? ""} ${title}`);
		tools.show(instrumentMenu(instrumentId, words, detail.actions));
	};

	return {
		beginOnInstrument: (instrumentId: string, verb: string) => withInstrument(instrumentId, verb),
		/** Begins a verb; false where it is none of the loop's. */
		async start(detail: IssueDetail, verb: string, part: string | null): Promise<boolean> {
			const [head = "", id = "", instrumentVerb] = verb.split(":");
			if (head === "draft") {
				if (isLabelled(caseVocab.instrumentKind, id))
					forms.open(draftForm(detail, id, store.get().now, reader()));
				return true;
			}
			if (head === "instrument") {
				await withInstrument(id, instrumentVerb);
				return true;
			}
			const make = issueForm(verb);
			if (make === null) return false;
			const spec = await make(detail, { part, now: store.get().now, client });
			if (spec === null) tools.tell(NOTHING, "notice");
			else forms.open(spec);
			return true;
		},
	};
}
