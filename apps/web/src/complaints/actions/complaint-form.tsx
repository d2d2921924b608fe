import { useQueryClient } from "@tanstack/solid-query";
import type { ComplaintDetail } from "@zhenggai/domain/complaints";
import type { Outcome } from "@zhenggai/domain/kernel";
import { vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { queries } from "../../api.ts";
import { CommandForm, type Envelope, type FormDraft, type FormErrors } from "../../commands/index.ts";
import { word } from "../../i18n/format.ts";
import type { ComplaintCommandVerb } from "../../types.ts";
import { complaintTimeline } from "../timeline.ts";

/** The frame of every command form of a complaint. */
export function ComplaintForm(props: {
	verb: ComplaintCommandVerb;
	complaintId: string;
	/** The version on which the draft is made; zero for one that is to be registered. */
	version: number;
	ready: boolean;
	send: (envelope: Envelope) => Promise<Outcome<ComplaintDetail>>;
	/** Besides taking the new state in. */
	onSaved?: (detail: ComplaintDetail) => void;
	onClose: () => void;
	intro?: string | undefined;
	wide?: boolean | undefined;
	/** What is being written, where it is kept (`createTabDraft`). */
	draft?: FormDraft | undefined;
	children: (errors: FormErrors) => JSX.Element;
}): JSX.Element {
	const queryClient = useQueryClient();
	const queryKey = () => queries.complaints.get({ complaintId: props.complaintId }).queryKey;
	return (
		<CommandForm<ComplaintDetail>
			title={word(vocab.complaintVerb, props.verb)}
			version={props.version}
			ready={props.ready}
			send={(envelope) => props.send(envelope)}
			onDone={(detail) => {
				queryClient.setQueryData(queryKey(), detail);
				void queryClient.invalidateQueries({ queryKey: ["complaints", "history"] });
				void queryClient.invalidateQueries({ queryKey: ["complaints", "totals"] });
				props.onSaved?.(detail);
			}}
			told={complaintTimeline(props.complaintId)}
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
