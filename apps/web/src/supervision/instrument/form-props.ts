import type { IssueDetail } from "@zhenggai/domain/issues";
import type { InstrumentDetail } from "@zhenggai/domain/supervision";
import type { InstrumentAction } from "./request.ts";

/** What every form of an instrument's verb is given. */
export type InstrumentFormProps = {
	verb: InstrumentAction;
	detail: InstrumentDetail;
	/** The issue that it is about; undefined until it is loaded, or where the reader may not open it. */
	issue: IssueDetail | undefined;
	onClose: () => void;
};

/** Where a form's draft is kept. */
export const draftKey = ({ verb, detail }: Pick<InstrumentFormProps, "verb" | "detail">): string =>
	`${verb}.${detail.row.id}.`;

/** What the frame of a form takes from its props. */
export const frameOf = (props: InstrumentFormProps) => ({
	verb: props.verb,
	instrumentId: props.detail.row.id,
	issueId: props.detail.row.issueId,
	version: props.detail.row.version,
});
