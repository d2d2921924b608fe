import { type Actor, NOWHERE_YET, type RegionCode, regionPrefix } from "@zhenggai/domain/kernel";
import type { AuthPort, Services } from "@zhenggai/services";

/** The server itself, when it prepares its own ledger. */
export const SYSTEM: Actor = { kind: "system", name: "server" };

/** The place of the ledger that has no other above it; null while there are none. */
export async function topRegion(services: Services): Promise<RegionCode | null> {
	const regions = await services.responsibilities.listRegions(SYSTEM);
	const ranked = regions.toSorted(
		(a, b) => regionPrefix(a.code).length - regionPrefix(b.code).length || a.code.localeCompare(b.code),
	);
	return ranked[0]?.code ?? null;
}

/** The region of the operator: the given one, else the ledger's top region, looked up until there is one. */
export function operatorRegion(services: Services, given: RegionCode | null): () => Promise<RegionCode> {
	let known = given;
	return async () => {
		known ??= await topRegion(services);
		return known ?? NOWHERE_YET;
	};
}

/** Whether nothing has ever been put into the ledger. */
export async function isEmptyLedger(services: Services, accounts: AuthPort): Promise<boolean> {
	const [users, inspections, regions] = await Promise.all([
		accounts.listUsers(),
		services.issues.listInspections(SYSTEM),
		services.responsibilities.listRegions(SYSTEM),
	]);
	return users.length + inspections.length + regions.length === 0;
}
