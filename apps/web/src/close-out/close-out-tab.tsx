import { type JSX, Show } from "solid-js";
import type { DetailProps } from "../issues/index.ts";
import { AcceptanceSection } from "./desk/acceptance.tsx";
import { ArchiveSection } from "./desk/archive.tsx";
import { Checks } from "./desk/checks.tsx";
import { Dossier } from "./desk/dossier.tsx";
import { Earlier } from "./desk/earlier.tsx";
import { Gates } from "./desk/gates.tsx";
import { Lasting } from "./desk/lasting.tsx";
import { LongTerm } from "./desk/long-term.tsx";
import { LookBack } from "./desk/look-back.tsx";
import { Notice } from "./desk/notice.tsx";
import { Panel } from "./desk/panel.tsx";
import { Filings, Signing } from "./desk/signing.tsx";
import { Way } from "./desk/way.tsx";
import "./words.ts";

/** What goes on stands above what is over. */
const ACCEPTED: ReadonlySet<string> = new Set(["publicNotice", "signing", "filing", "closed"]);

const LastSteps = (props: DetailProps): JSX.Element => (
	<>
		<Notice {...props} />
		<Signing {...props} />
		<Filings {...props} />
	</>
);

/** 验收销号 of an issue: the way out by the rule set, and everything on it. */
export default function CloseOutTab(props: DetailProps): JSX.Element {
	const state = () => props.detail.closeOut.state;
	const isLongTerm = () => state().longTerm !== null || props.detail.row.deadline?.category === "longTerm";
	const wasClosed = () =>
		props.detail.row.lifecycle === "closed" || state().earlier.some(({ closedOn }) => closedOn !== null);
	const isAccepted = () => ACCEPTED.has(props.detail.row.lifecycle);
	return (
		<div class="flex flex-col gap-4" data-close-out>
			<Way {...props} />
			<ArchiveSection {...props} />
			<Show when={wasClosed()}>
				<LookBack {...props} />
			</Show>
			<Gates {...props} />
			<div class="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
				<div class="flex min-w-0 flex-col gap-4">
					<Show when={isAccepted()}>
						<LastSteps {...props} />
					</Show>
					<AcceptanceSection {...props} />
					<Checks {...props} />
					<Panel {...props} />
					<Show when={!isAccepted()}>
						<LastSteps {...props} />
					</Show>
				</div>
				<div class="flex min-w-0 flex-col gap-4">
					<Dossier {...props} />
					<Lasting {...props} />
					<Show when={isLongTerm()}>
						<LongTerm {...props} />
					</Show>
					<Earlier detail={props.detail} />
				</div>
			</div>
		</div>
	);
}
