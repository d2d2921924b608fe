import { useQueryClient } from "@tanstack/solid-query";
import type { CommandOutcome } from "@zhenggai/client";
import type { IssueDetail } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { queries } from "../../api.ts";
import {
	type Envelope,
	type FormDraft,
	type FormErrors,
	CommandForm as Frame,
} from "../../commands/index.ts";
import { word } from "../../i18n/format.ts";
import type { CommandVerb } from "../../types.ts";
import { issueTimeline } from "../timeline.ts";

export type { Envelope, FormErrors } from "../../commands/index.ts";

/** The frame of every command form of an issue. */
export function CommandForm(props: {
	verb: CommandVerb;
	detail: IssueDetail;
	ready: boolean;
	send: (envelope: Envelope) => Promise<CommandOutcome>;
	onClose: () => void;
	/** One sentence on what this does, above the fields. */
	intro?: string;
	wide?: boolean;
	/** What is being written, where it is kept (`createKeptDraft`). */
	draft?: FormDraft;
	children: (errors: FormErrors) => JSX.Element;
}): JSX.Element {
	const queryClient = useQueryClient();
	const { id: issueId, version } = props.detail.row;
	const { queryKey } = queries.issues.get({ issueId });
	const warnings = () => props.detail.actions.find(({ verb }) => verb === props.verb)?.warnings ?? [];
	return (
		<Frame<IssueDetail>
			title={word(vocab.issueVerb, props.verb)}
			version={version}
			ready={props.ready}
			send={(envelope) => props.send(envelope)}
			onDone={(detail) => {
				queryClient.setQueryData(queryKey, detail);
				void queryClient.invalidateQueries({ queryKey: ["issues", "history"] });
			}}
			told={issueTimeline(issueId)}
			onStale={() => void queryClient.invalidateQueries({ queryKey })}
			onClose={() => props.onClose()}
			intro={props.intro}
			wide={props.wide}
			warnings={warnings()}
			draft={props.draft}
		>
			{props.children}
		</Frame>
	);
}
