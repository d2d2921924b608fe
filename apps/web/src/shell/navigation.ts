import type { Me } from "@zhenggai/domain/access";
import type { MessageKey } from "../i18n/index.ts";
import type { IconName } from "../ui/icon.tsx";
import type { KeyCommand } from "./keymap.ts";
import { mayDo } from "./me.tsx";

/** The places of the interface: side bar, palette and `g` keys read this table. */
export type Place = {
	readonly href: string;
	readonly label: MessageKey;
	readonly icon: IconName;
	readonly command: KeyCommand;
	/** Also at the foot of a phone's screen, where there is room for five. */
	readonly main: boolean;
	/** What the signed-in role has to be allowed for the place to be there at all. */
	readonly needs?: string;
	/** Whether its link says how much waits there. */
	readonly counted?: boolean;
};

export const places: readonly Place[] = [
	{ href: "/issues", label: "nav.ledger", icon: "ledger", command: "goLedger", main: true },
	{
		href: "/in-tray",
		label: "nav.inTray",
		icon: "tray",
		command: "goInTray",
		main: true,
		needs: "viewIssue",
		counted: true,
	},
	{
		href: "/complaints",
		label: "nav.complaints",
		icon: "complaints",
		command: "goComplaints",
		main: true,
		needs: "viewComplaint",
	},
	{
		href: "/supervision",
		label: "nav.supervision",
		icon: "supervision",
		command: "goSupervision",
		main: true,
	},
	{
		href: "/close-out",
		label: "nav.closing",
		icon: "shield",
		command: "goClosing",
		main: false,
		needs: "viewDraw",
	},
	{ href: "/imports", label: "nav.import", icon: "import", command: "goImport", main: false },
	{
		href: "/inspections",
		label: "nav.inspections",
		icon: "inspection",
		command: "goInspections",
		main: false,
	},
	{ href: "/units", label: "nav.units", icon: "units", command: "goUnits", main: false },
	{ href: "/rules", label: "nav.rules", icon: "rules", command: "goRules", main: false },
	{ href: "/keys", label: "nav.keys", icon: "key", command: "goKeys", main: false },
	{ href: "/help", label: "nav.help", icon: "help", command: "goHelp", main: true },
];

/** The places that are there for whoever is signed in. */
export const placesFor = (me: Me): readonly Place[] =>
	places.filter(({ needs }) => needs === undefined || mayDo(me, needs));
