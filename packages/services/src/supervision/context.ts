import type { Issue } from "@zhenggai/domain/issues";
import type { Actor, UnitId } from "@zhenggai/domain/kernel";
import type { Instrument, InstrumentContext } from "@zhenggai/domain/supervision";
import type { Reader } from "@zhenggai/storage";
import { loadInspections } from "@zhenggai/storage/issues";
import { loadUnits } from "@zhenggai/storage/responsibilities";
import { stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { lawOf } from "../kit/rules-for.ts";

/** Everything that a decision on an instrument of an issue asks about. */
export async function instrumentContext(
	reader: Reader,
	context: ServiceContext,
	actor: Actor,
	around: {
		readonly issue: Issue | null;
		readonly unitIds: readonly UnitId[];
		readonly instruments: readonly Instrument[];
	},
): Promise<InstrumentContext> {
	const { now, today } = momentOf(context);
	const { issue } = around;
	const [mandate] = issue?.mandates ?? [];
	const inspections = await loadInspections(reader, mandate === undefined ? [] : [mandate.inspectionId]);
	const inspection = mandate === undefined ? undefined : inspections.get(mandate.inspectionId);
	const units = await loadUnits(reader, [...new Set(around.unitIds)]);
	const law = await lawOf(reader);
	const region = issue?.region ?? around.instruments[0]?.region;
	if (region === undefined) throw new Error("An instrument's decision without a place");
	return {
		actor,
		stamp: stampOf(actor),
		now,
		rules: law.rules(inspection, region, today),
		calendar: law.calendar(today),
		surroundings: {
			issue,
			units: new Map([...units].map(([id, { name, active }]) => [id, { name, active }])),
			instruments: around.instruments,
		},
	};
}
