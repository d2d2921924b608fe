import type { EventDescription } from "../journal/index.ts";
import { type Bilingual, type IsoDate, say, type UnitId } from "../kernel/index.ts";
import { caseVocab, formatDate, formatNames } from "../vocabulary/index.ts";
import type { InstrumentEvent } from "./instrument-events.ts";

/** Names for what events refer to by id. */
export type InstrumentLookup = { readonly unit: (id: UnitId) => { readonly name: string } | undefined };

const on = (date: IsoDate): Bilingual => say(formatDate(date, "zh-CN"), formatDate(date, "en"));

function names(ids: readonly UnitId[], { unit }: InstrumentLookup): Bilingual {
	const of = ids.map((id) => unit(id)?.name ?? id);
	return say(formatNames(of, "zh-CN"), formatNames(of, "en"));
}

function issued(event: Extract<InstrumentEvent, { type: "instrumentIssued" }>): Bilingual {
	const { documentNumber, signer, replyDueOn, limitOn } = event;
	const day = on(event.on);
	const due = replyDueOn === null ? null : on(replyDueOn);
	const limit = limitOn === null ? null : on(limitOn);
	return say(
		`${day.zh}制发（${documentNumber}，${signer}签发）${due === null ? "" : `，${due.zh}前回复`}${limit === null ? "" : `，${limit.zh}前整改到位`}`,
		`Issued on ${day.en} (${documentNumber}, signed by ${signer})${due === null ? "" : `, reply due ${due.en}`}${limit === null ? "" : `, to be put right by ${limit.en}`}`,
	);
}

function summaryOf(event: InstrumentEvent, lookup: InstrumentLookup): Bilingual {
	const label = caseVocab.instrumentEvent[event.type];
	switch (event.type) {
		case "instrumentDrafted": {
			const { kind, title, addresseeUnitIds } = event.instrument;
			const [what, to] = [caseVocab.instrumentKind[kind], names(addresseeUnitIds, lookup)];
			return say(`拟制${what.zh}《${title}》，送${to.zh}`, `${what.en} “${title}” drafted, to ${to.en}`);
		}
		case "instrumentIssued":
			return issued(event);
		case "instrumentAcknowledged": {
			const unit = names([event.unitId], lookup);
			return say(`${unit.zh}签收`, `Acknowledged by ${unit.en}`);
		}
		case "instrumentReaddressed": {
			const to = names(event.addresseeUnitIds, lookup);
			return say(`改送${to.zh}，回复期限不变`, `Now addressed to ${to.en}; the reply is due as before`);
		}
		case "talkHeld": {
			const [day, due] = [on(event.heldOn), on(event.replyDueOn)];
			return say(
				`${day.zh}由${event.chairedBy}约谈，${due.zh}前报送书面报告`,
				`Talk held on ${day.en} by ${event.chairedBy}; the report is due ${due.en}`,
			);
		}
		case "listingExtended": {
			const [before, after] = [on(event.from), on(event.to)];
			return say(`挂牌期限由${before.zh}延至${after.zh}`, `Limit extended from ${before.en} to ${after.en}`);
		}
		default:
			return label;
	}
}

function reasonOf(event: InstrumentEvent): string | null {
	if ("reason" in event) return event.reason;
	if ("opinion" in event) return event.opinion;
	if (event.type === "instrumentReplied") return event.reply.text;
	return event.type === "talkMinuted" ? event.minutes : null;
}

/** What a timeline says of an instrument's event. */
export const describeInstrumentEvent = (
	event: InstrumentEvent,
	lookup: InstrumentLookup,
): EventDescription => ({
	summary: summaryOf(event, lookup),
	changes: [],
	reason: reasonOf(event),
	importId: null,
});
