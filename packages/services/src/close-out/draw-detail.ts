import { type Draw, type DrawDetail, drawActions, drawRow, isLateItem } from "@zhenggai/domain/close-out";
import type { Actor, DrawId, RegionCode, UnitId } from "@zhenggai/domain/kernel";
import { type Reader, readerOf } from "@zhenggai/storage";
import { loadDraw } from "@zhenggai/storage/close-out";
import { findRegions, loadUnits } from "@zhenggai/storage/responsibilities";
import { ServiceError } from "../errors.ts";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";

/** A draw that lies in the actor's region. Throws NOT_FOUND also for one elsewhere. */
export async function drawFor(
	reader: Reader,
	actor: Actor,
	id: DrawId,
	lock: "none" | "update" = "none",
): Promise<Draw> {
	const { regionPrefix } = scopeOf(actor, "viewDraw");
	const draw = await loadDraw(reader, id, lock);
	if (draw === null || !draw.region.startsWith(regionPrefix)) throw new ServiceError("NOT_FOUND");
	return draw;
}

/** Names of regions and units; what nobody knows keeps its code or id. */
export type DrawNames = {
	readonly region: (code: RegionCode) => string;
	readonly unit: (id: UnitId | "") => string;
};

/** Looks up the names of what some draws refer to. `whole` looks up every drawn issue's too. */
export async function drawNames(
	reader: Reader,
	draws: readonly Draw[],
	{ whole }: { readonly whole: boolean },
): Promise<DrawNames> {
	const items = whole ? draws.flatMap((draw) => draw.items) : [];
	const codes = new Set([...draws, ...items].map(({ region }) => region));
	const ids = items.flatMap(({ unit, checker }) => [
		...(unit === "" ? [] : [unit]),
		...(checker === null ? [] : [checker.unitId]),
	]);
	const regions = await findRegions(reader, [...codes]);
	const units = await loadUnits(reader, [...new Set(ids)]);
	const names = new Map<string, string>(regions.map(({ code, name }) => [code, name]));
	return {
		region: (code) => names.get(code) ?? code,
		unit: (id) => (id === "" ? "" : (units.get(id)?.name ?? id)),
	};
}

function strataOf(draw: Draw, names: DrawNames): DrawDetail["strata"] {
	const of = new Map(draw.items.map((item) => [item.stratum, item]));
	const by = { unit: draw.method.strata.includes("unit"), type: draw.method.strata.includes("type") };
	return draw.strata.map((stratum) => {
		const item = of.get(stratum.key);
		return {
			...stratum,
			unitName: by.unit && item !== undefined ? names.unit(item.unit) : "",
			type: by.type && item !== undefined ? item.type : "",
		};
	});
}

/** The whole page of a draw for an actor who sees it. */
export async function drawDetail(context: ServiceContext, draw: Draw, actor: Actor): Promise<DrawDetail> {
	const { now, today } = momentOf(context);
	const names = await drawNames(readerOf(context.database), [draw], { whole: true });
	const { basis, method, opened, frame, seed, closing, cancelled } = draw;
	return {
		row: drawRow(draw, names.region(draw.region), today),
		basis,
		method,
		opened,
		frame,
		seed,
		strata: strataOf(draw, names),
		items: draw.items.map((item) => ({
			...item,
			regionName: names.region(item.region),
			unitName: names.unit(item.unit),
			checkerName: item.checker === null ? null : names.unit(item.checker.unitId),
			late: isLateItem(item, today),
		})),
		closing,
		cancelled,
		actions: drawActions(draw, { actor, now }),
		asOf: today,
	};
}
