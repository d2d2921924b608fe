import { useQueryClient } from "@tanstack/solid-query";
import type { DrawDetail } from "@zhenggai/domain/close-out";
import type { Outcome } from "@zhenggai/domain/kernel";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { client } from "../../api.ts";
import { CommandForm, type Envelope, type FormDraft, type FormErrors } from "../../commands/index.ts";
import { word } from "../../i18n/format.ts";
import type { TimelineOf } from "../../journal/index.ts";
import { closeOutRoom } from "../queries.ts";

export type DrawVerb = keyof typeof caseVocab.drawVerb;

/** What happened to a draw. */
export const drawTimeline = (drawId: string): TimelineOf => ({
	key: ["closeOut", "history", drawId],
	history: (page, signal) => client.closeOut.drawHistory.query({ drawId, ...page }, { signal }),
	check: (signal) => client.journal.verifyDraw.query({ drawId }, { signal }),
	eventWord: (type) => word(caseVocab.drawEvent, type),
	importHref: () => "/imports",
});

/** The frame of every form of a draw. */
export function DrawForm(props: {
	verb: DrawVerb;
	drawId: string;
	/** Zero for one that is not there yet. */
	version: number;
	ready: boolean;
	send: (envelope: Envelope) => Promise<Outcome<DrawDetail>>;
	onDone?: (detail: DrawDetail) => void;
	onClose: () => void;
	intro?: string;
	wide?: boolean;
	draft?: FormDraft;
	children: (errors: FormErrors) => JSX.Element;
}): JSX.Element {
	const queryClient = useQueryClient();
	return (
		<CommandForm<DrawDetail>
			title={word(caseVocab.drawVerb, props.verb)}
			version={props.version}
			ready={props.ready}
			send={(envelope) => props.send(envelope)}
			onDone={(detail) => {
				queryClient.setQueryData(closeOutRoom.getDraw({ drawId: props.drawId }).queryKey, detail);
				void queryClient.invalidateQueries({ queryKey: ["closeOut", "listDraws"] });
				void queryClient.invalidateQueries({ queryKey: ["closeOut", "history"] });
				void queryClient.invalidateQueries({ queryKey: ["closeOut", "repeatDraw"] });
				props.onDone?.(detail);
			}}
			told={drawTimeline(props.drawId)}
			onStale={() =>
				void queryClient.invalidateQueries({
					queryKey: closeOutRoom.getDraw({ drawId: props.drawId }).queryKey,
				})
			}
			onClose={() => props.onClose()}
			intro={props.intro}
			wide={props.wide}
			draft={props.draft}
		>
			{props.children}
		</CommandForm>
	);
}
