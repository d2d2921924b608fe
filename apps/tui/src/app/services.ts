import type { Failure, ZhenggaiClient } from "@zhenggai/client";
import type { Language } from "@zhenggai/domain/kernel";
import type { Directory } from "../issues/directory.ts";
import type { Binding } from "../keymap.ts";
import type { Config } from "../settings/config.ts";
import type { Drafts } from "../settings/drafts.ts";
import type { Look } from "../terminal/look.ts";
import type { AppAction, AppState } from "./state.ts";
import type { Store } from "./store.ts";

/** What ended the dashboard: the reader, a failed request, or a mistake of ours. */
export type QuitCause =
	| { kind: "left" }
	| { kind: "failed"; failure: Failure }
	| { kind: "broken"; error: unknown };
export const LEFT: QuitCause = { kind: "left" };

/** What the dashboard's effects are made of. Everything from outside comes in here. */
export type Services = {
	readonly store: Store<AppState, AppAction>;
	readonly client: ZhenggaiClient;
	readonly directory: Directory;
	readonly keymap: readonly Binding[];
	/** The server's address, for links. */
	readonly url: string;
	lookFor(language: Language): Look;
	remember(changes: Config): void;
	/** Puts a text on the clipboard of the terminal's user. */
	copy(text: string): void;
	/** Opens an address in the browser; false where this machine has none. */
	browse(url: string): boolean;
	/** Ends the dashboard; what ended it is said after the screen is restored. */
	quit(cause: QuitCause): void;
	/** Hands the terminal back to the shell until `fg`. */
	suspend(): void;
	/** What was typed into forms and not sent yet. */
	readonly drafts: Drafts;
	/** The text as it was left in the user's own editor; null where there is none, or it could not be used. */
	edit(text: string): Promise<string | null>;
	/** Draws the whole screen anew. */
	redraw(): void;
};
