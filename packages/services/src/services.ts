import type { AccessService } from "./access/service.ts";
import type { AccountabilityService } from "./accountability/service.ts";
import type { CloseOutService } from "./close-out/service.ts";
import type { ComplaintsService } from "./complaints/service.ts";
import type { InTrayService } from "./in-tray/service.ts";
import type { IssuesService } from "./issues/service.ts";
import type { JournalService } from "./journal/service.ts";
import type { ProgressService } from "./progress/service.ts";
import type { ResponsibilitiesService } from "./responsibilities/service.ts";
import type { RulesService } from "./rules/service.ts";
import type { ScreeningService } from "./screening/service.ts";
import type { SupervisionService } from "./supervision/service.ts";

export type * from "./access/service.ts";
export type * from "./accountability/service.ts";
export type * from "./close-out/service.ts";
export type * from "./complaints/service.ts";
export type * from "./in-tray/service.ts";
export type * from "./issues/service.ts";
export type * from "./journal/service.ts";
export type * from "./progress/service.ts";
export type * from "./responsibilities/service.ts";
export type * from "./rules/service.ts";
export type * from "./screening/service.ts";
export type * from "./supervision/service.ts";

/**
 * Every use case of the system, one function each. All of them authorise first (deny by default), see only the
 * actor's region and below, and return domain types. Unexpected failures throw `ServiceError`; expected refusals
 * are data.
 */
export interface Services {
	readonly issues: IssuesService;
	readonly progress: ProgressService;
	readonly complaints: ComplaintsService;
	readonly closeOut: CloseOutService;
	readonly accountability: AccountabilityService;
	readonly screening: ScreeningService;
	readonly inTray: InTrayService;
	readonly supervision: SupervisionService;
	readonly responsibilities: ResponsibilitiesService;
	readonly rules: RulesService;
	readonly journal: JournalService;
	readonly access: AccessService;
}
