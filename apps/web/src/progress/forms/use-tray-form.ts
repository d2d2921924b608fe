import type { IssueDetail } from "@zhenggai/domain/issues";
import { createSignal } from "solid-js";
import { createChain, type Link, type Sent } from "../chain.ts";
import { attachCommands, isSorted, type Tray, type TrayFile } from "../model/tray.ts";

/** The link that attaches a file. */
export const attachKey = (id: string): string => `attach:${id}`;

/** What a form with a tray does beside its own command: attaches the files first, and waits while some are on their way. */
export function createTrayForm(detail: () => IssueDetail, tray: () => Tray) {
	const [busy, setBusy] = createSignal(false);
	const [sent, setSent] = createSignal<Sent | null>(null);
	const attaching = (measureOf?: (file: TrayFile) => string | null): readonly Link[] =>
		attachCommands(tray(), detail(), measureOf).map((command) => ({
			...{ key: attachKey(command.evidence.id), command, after: [] },
		}));
	return {
		busy,
		setBusy,
		sent,
		attaching,
		/** Files are all stored and say what they show. */
		ready: () => !busy() && isSorted(tray()),
		send: createChain(() => detail().row.id, setSent),
	};
}
