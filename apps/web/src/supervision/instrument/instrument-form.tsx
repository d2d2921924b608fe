import { useQueryClient } from "@tanstack/solid-query";
import type { Outcome } from "@zhenggai/domain/kernel";
import type { InstrumentDetail, InstrumentVerb } from "@zhenggai/domain/supervision";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { queries } from "../../api.ts";
import { CommandForm, type Envelope, type FormDraft, type FormErrors } from "../../commands/index.ts";
import { word } from "../../i18n/format.ts";
import { supervisionRoom } from "../queries.ts";
import { instrumentTimeline } from "../timeline.ts";

/** The frame of every command form of an instrument. */
export function InstrumentForm(props: {
	verb: InstrumentVerb;
	instrumentId: string;
	issueId: string;
	/** The version on which the draft is made; zero for one that is to be drafted. */
	version: number;
	title?: string;
	ready: boolean;
	send: (envelope: Envelope) => Promise<Outcome<InstrumentDetail>>;
	/** Besides taking the new state in. */
	onSaved?: (detail: InstrumentDetail) => void;
	onClose: () => void;
	intro?: string | undefined;
	wide?: boolean | undefined;
	draft: FormDraft;
	children: (errors: FormErrors) => JSX.Element;
}): JSX.Element {
	const queryClient = useQueryClient();
	const queryKey = () => supervisionRoom.get({ instrumentId: props.instrumentId }).queryKey;
	return (
		<CommandForm<InstrumentDetail>
			title={props.title ?? word(caseVocab.instrumentVerb, props.verb)}
			version={props.version}
			ready={props.ready}
			send={(envelope) => props.send(envelope)}
			onDone={(detail) => {
				queryClient.setQueryData(queryKey(), detail);
				void queryClient.invalidateQueries({ queryKey: ["supervision", "history"] });
				void queryClient.invalidateQueries({ queryKey: ["supervision", "list"] });
				const { queryKey: issue } = queries.issues.get({ issueId: props.issueId });
				void queryClient.invalidateQueries({ queryKey: issue });
				props.onSaved?.(detail);
			}}
			told={instrumentTimeline(props.instrumentId)}
			onStale={() => void queryClient.invalidateQueries({ queryKey: queryKey() })}
			onClose={() => props.onClose()}
			intro={props.intro}
			wide={props.wide}
			draft={props.draft}
		>
			{props.children}
		</CommandForm>
	);
}
